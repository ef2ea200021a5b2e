/** `npm test`: builds the pages the browser stories look at, makes sure of the outside judges, runs the whole suite. */
import { buildPages } from './build-pages.ts'
import { fetchJudges, leftOut } from './judges.ts'
import { runStep } from './steps.ts'

const names = process.argv.slice(2)
const missing = fetchJudges()
if (missing.length > 0) console.error(leftOut(missing))
const withBrowser = missing.every(({ program }) => program !== 'chromium')
if (!withBrowser && process.env['CI']) process.exit(1)
buildPages()
const status = runStep('vitest', ['run', ...names], withBrowser ? {} : { YIWANG_NO_BROWSER: '1' })
if (missing.length > 0) console.error(leftOut(missing))
process.exit(status)
