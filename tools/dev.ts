/** `npm run dev`: the same as `npm start`, building and starting anew whenever a source changes; the database is kept. */
import { spawn } from 'node:child_process'

const sources = ['apps/server', 'apps/sandbox', 'modules', 'platform', 'standards']
const pages = ['apps/portal/src', 'apps/portal/models', 'apps/portal/messages', 'apps/console/src']
const watched = [...sources, ...pages].flatMap((folder) => ['--watch-path', folder])
const server = spawn('node', ['--disable-warning=ExperimentalWarning', ...watched, 'tools/start.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.on('SIGINT', () => undefined)
server.on('exit', (code) => process.exit(code ?? 0))
