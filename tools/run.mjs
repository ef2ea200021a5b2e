// The one door to every command. Plain JavaScript for any Node ≥ 20: it installs what is missing, then hands over to the
// project's own Node 24 (an npm package with a lockfile hash), so that no command needs another step before it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('..', import.meta.url))
const [command = 'start', ...rest] = process.argv.slice(2)

const bin = join(home, 'node_modules', '.bin')
const stamp = join(home, 'node_modules', '.yiwang-installed')
const lock = createHash('sha256')
  .update(readFileSync(join(home, 'package-lock.json')))
  .digest('hex')

// Two arenas: glibc else keeps one for each thread that ever held a buffer, a quarter of the memory of a server that makes PDFs
// (measured in docs/state.md), and gives nothing for it in speed.
function run(program, args, options = {}) {
  const env = { MALLOC_ARENA_MAX: '2', ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ...options.env }
  const done = spawnSync(program, args, { cwd: home, stdio: 'inherit', ...options, env })
  if (done.error) throw done.error
  return done.status ?? 1
}

function installWhatIsMissing() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing what is missing …')
  const status = run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  if (status !== 0) process.exit(status)
  writeFileSync(stamp, lock)
}

installWhatIsMissing()
const node = existsSync(join(bin, 'node')) ? join(bin, 'node') : process.execPath
const files = {
  start: 'tools/start.ts',
  dev: 'tools/dev.ts',
  test: 'tools/test.ts',
  check: 'tools/check.ts',
  generate: 'tools/generate.ts',
  'new-module': 'tools/new-module.ts',
  bench: 'tools/bench.ts',
  yiwang: 'apps/server/main.ts',
}
const file = files[command]
if (!file) {
  console.error(`Unknown command ${command}. Commands: ${Object.keys(files).join(', ')}`)
  process.exit(2)
}
// Ctrl-C reaches the child by itself; this process waits for the child's own graceful end.
process.on('SIGINT', () => undefined)
process.exit(run(node, ['--disable-warning=ExperimentalWarning', join(home, file), ...rest]))
