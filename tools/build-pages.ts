/** Builds portal and console when anything they are made of changed since the last build. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pageSources } from './page-sources.ts'
import { mustPass } from './steps.ts'

const apps = [
  { name: 'portal', program: 'astro', args: ['build', '--root', 'apps/portal', '--silent'] },
  { name: 'console', program: 'vite', args: ['build', 'apps/console', '--logLevel', 'warn'] },
] as const

function digestOf(name: string): string {
  const hash = createHash('sha256')
  for (const file of pageSources(`apps/${name}`)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

export function buildPages(): void {
  for (const { name, program, args } of apps) {
    if (!existsSync(`apps/${name}/${name === 'portal' ? 'astro.config.mjs' : 'vite.config.ts'}`)) continue
    const stamp = `apps/${name}/dist/.built`
    const digest = digestOf(name)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) continue
    mustPass(`building ${name}`, program, args, { ASTRO_TELEMETRY_DISABLED: '1' })
    mkdirSync(`apps/${name}/dist`, { recursive: true })
    writeFileSync(stamp, digest)
  }
}
