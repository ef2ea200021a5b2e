/** Outside programs whose word the tests ask for (docs/judges.md): installed where this machine lets us, named loudly where they are missing. */
import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

interface Judge {
  program: string
  package: string
  /** What is left out without it. */
  judges: string
}

const browserPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env['CHROMIUM']]
const judges: readonly Judge[] = [
  { program: 'chromium', package: 'chromium', judges: 'the browser stories' },
  { program: 'pdfsig', package: 'poppler-utils', judges: 'poppler’s word on sealed PDFs' },
  { program: 'certutil', package: 'libnss3-tools', judges: 'poppler’s trust in our authority' },
  { program: 'openssl', package: 'openssl', judges: 'the word of openssl on SM2, certificates and time stamps' },
]

function isThere({ program }: Judge): boolean {
  if (program === 'chromium') return browserPaths.some((path) => path !== undefined && existsSync(path))
  return spawnSync('which', [program]).status === 0
}

/** Those that are still missing after trying. */
export function fetchJudges(): Judge[] {
  const missing = judges.filter((judge) => !isThere(judge))
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return missing
  const packages = missing.map((judge) => judge.package)
  if (packages.includes('chromium')) packages.push('fonts-noto-cjk')
  console.log(`Installing ${packages.join(', ')} …`)
  const options = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], options)
  return missing.filter((judge) => !isThere(judge))
}

export const leftOut = (missing: readonly Judge[]): string =>
  `\n*** LEFT OUT, for want of ${missing.map((judge) => judge.package).join(', ')}: ${missing.map((judge) => judge.judges).join('; ')}. ***\n`
