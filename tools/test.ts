/** `npm test`: builds the pages the browser stories look at, makes sure of a browser, runs the whole suite. */
import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { buildPages } from './build-pages.ts'
import { runStep } from './steps.ts'

const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env['CHROMIUM']].find(
  (path) => path !== undefined && existsSync(path),
)

/** Debian's Chromium and Chinese fonts, where this machine lets us install them. */
function installBrowser(): boolean {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing chromium, fonts-noto-cjk and poppler-utils for the browser stories …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk', 'poppler-utils', 'openssl'], { stdio: 'inherit', env })
      .status === 0
  )
}

const names = process.argv.slice(2)
const withBrowser = browser !== undefined || installBrowser()
if (!withBrowser) {
  console.error('\n*** No Chromium here and no right to install it: THE BROWSER STORIES ARE LEFT OUT. ***\n')
  if (process.env['CI']) process.exit(1)
}
buildPages()
const status = runStep('vitest', ['run', ...names], withBrowser ? {} : { YIWANG_NO_BROWSER: '1' })
if (!withBrowser) console.error('\n*** The browser stories were left out: install chromium and fonts-noto-cjk. ***')
process.exit(status)
