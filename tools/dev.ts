/** `npm run dev`: the same as `npm start`, starting anew whenever a source changes. */
import { spawn } from 'node:child_process'
import { buildPages } from './build-pages.ts'

buildPages()
const watched = ['apps/server', 'apps/sandbox', 'modules', 'platform', 'standards'].flatMap((folder) => ['--watch-path', folder])
const server = spawn(
  'node',
  ['--disable-warning=ExperimentalWarning', ...watched, 'apps/server/main.ts', 'start', ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.on('SIGINT', () => undefined)
server.on('exit', (code) => process.exit(code ?? 0))
