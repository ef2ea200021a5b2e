/**
 * `node e2e/faults/planted/plant.ts [part of a name]`: plants one bug after the other into a copy of the tree and runs the tests that must
 * notice, which pass without it (`npm test`). The suite is believed because it catches them; what it misses is printed and fails the run.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bugs, type Bug } from './bugs.ts'

const home = fileURLToPath(new URL('../../..', import.meta.url))

/** The tree as it stands, with the installed packages of the original and workspaces of its own. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'yiwang-planted-'))
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: home, encoding: 'utf8' })
  for (const name of listed.stdout.split('\0').filter((one) => one !== '' && existsSync(join(home, one)))) {
    mkdirSync(dirname(join(copy, name)), { recursive: true })
    cpSync(join(home, name), join(copy, name))
  }
  mkdirSync(join(copy, 'node_modules'))
  for (const name of readdirSync(join(home, 'node_modules')).filter((one) => one !== '@yiwang'))
    symlinkSync(join(home, 'node_modules', name), join(copy, 'node_modules', name))
  cpSync(join(home, 'node_modules', '@yiwang'), join(copy, 'node_modules', '@yiwang'), { recursive: true, verbatimSymlinks: true })
  return copy
}

type Outcome = 'caught' | 'missed' | 'cannot be planted'

function plant(copy: string, { file, rule, instead, noticedBy }: Bug): Outcome {
  const whole = readFileSync(join(copy, file), 'utf8')
  if (whole.split(rule).length !== 2) return 'cannot be planted'
  writeFileSync(
    join(copy, file),
    whole.replace(rule, () => instead),
  )
  try {
    const vitest = join(home, 'node_modules', '.bin', 'vitest')
    const { status } = spawnSync(vitest, ['run', '--bail=1', ...noticedBy], { cwd: copy, stdio: 'ignore', timeout: 600_000 })
    return status === 1 ? 'caught' : 'missed'
  } finally {
    writeFileSync(join(copy, file), whole)
  }
}

const chosen = bugs.filter(({ name }) => name.includes(process.argv[2] ?? ''))
const copy = copyTree()
const counts: Record<Outcome, number> = { caught: 0, missed: 0, 'cannot be planted': 0 }
try {
  for (const bug of chosen) {
    const outcome = plant(copy, bug)
    counts[outcome] += 1
    console.log(`${outcome.padEnd(18)}${bug.name}  (${bug.file})`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`${counts.caught} caught, ${counts.missed} missed, ${counts['cannot be planted']} that no longer fit the code`)
process.exitCode = counts.caught === chosen.length ? 0 : 1
