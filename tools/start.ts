/** `npm start`: builds the pages if needed, then everything in one process: database, server, workers, sandbox, demo. */
import { buildPages } from './build-pages.ts'

buildPages()
process.argv = [process.argv[0] ?? 'node', 'yiwang', 'start', ...process.argv.slice(2)]
await import('../apps/server/main.ts')
