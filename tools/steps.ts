import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** Runs a program of the project in the foreground; tells its exit status. */
export function runStep(program: string, args: readonly string[], env: Record<string, string> = {}): number {
  const done = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (done.error) throw done.error
  return done.status ?? 1
}

/** Runs a step of a check and ends the whole when it fails. */
export function mustPass(title: string, program: string, args: readonly string[], env: Record<string, string> = {}): void {
  const begin = performance.now()
  console.log(`\n── ${title}`)
  const status = runStep(program, args, env)
  if (status === 0) console.log(`   ${title}: fine, ${((performance.now() - begin) / 1000).toFixed(1)} s`)
  else {
    console.error(`   ${title}: failed`)
    process.exit(status)
  }
}
