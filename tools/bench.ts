/** `npm run bench -- NAME [--long]`: runs `bench/NAME/main.ts`. */
import { existsSync, readdirSync } from 'node:fs'
import { runStep } from './steps.ts'

const [name, ...rest] = process.argv.slice(2)
const known = readdirSync('bench', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`bench/${entry.name}/main.ts`))
  .map((entry) => entry.name)
if (name === undefined || !known.includes(name)) {
  console.error(`Which one? npm run bench -- ${known.join(' | ')}`)
  process.exit(2)
}
process.exit(runStep('node', ['--disable-warning=ExperimentalWarning', `bench/${name}/main.ts`, ...rest]))
