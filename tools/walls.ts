/** Holds the imports of the whole tree against the walls; a fixture that breaks them must be reported, else the check is blind. */
import { spawnSync } from 'node:child_process'

interface Report {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number }
}

function cruise(folders: readonly string[], cwd?: string): Report['summary'] {
  const done = spawnSync(
    'depcruise',
    ['--config', new URL('../.dependency-cruiser.mjs', import.meta.url).pathname, '--output-type', 'json', ...folders],
    { encoding: 'utf8', maxBuffer: 1 << 28, ...(cwd ? { cwd } : {}) },
  )
  if (!done.stdout) throw new Error(done.stderr || 'dependency-cruiser said nothing')
  return (JSON.parse(done.stdout) as Report).summary
}

const fixture = cruise(['modules'], new URL('./fixtures/', import.meta.url).pathname)
if (!fixture.violations.some((violation) => violation.rule.name === 'only-the-face-of-a-module')) {
  console.error('The walls are blind: the fixture that breaks them was not reported.')
  process.exit(1)
}
const found = cruise(['standards', 'platform', 'modules', 'apps/server', 'apps/sandbox', 'apps/console', 'apps/portal', 'e2e', 'bench'])
if (found.totalCruised < 50) {
  console.error(`Only ${found.totalCruised} files were read.`)
  process.exit(1)
}
for (const { rule, from, to } of found.violations) console.error(`${rule.name}: ${from} → ${to}`)
if (found.violations.length > 0) process.exit(1)
console.log(`${found.totalCruised} files keep the walls.`)
