/** The built portal over the fixtures: `node apps/portal/dev/serve.ts 4390`. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { devApi } from './dev-api.ts'

type Handler = (request: unknown, response: unknown, next: () => void, locals: object) => Promise<void>
const dist = new URL('../dist/', import.meta.url)
const { handler } = (await import(new URL('server/entry.mjs', dist).href)) as { handler: Handler }
const types: Record<string, string> = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const client = new URL('client/', dist).pathname

createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://dev').pathname))
  const file = join(client, path)
  if (existsSync(file) && statSync(file).isFile()) {
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    createReadStream(file).pipe(response)
    return
  }
  void handler(request, response, () => response.writeHead(404).end(), { api: devApi(request.headers.cookie ?? '') })
}).listen(Number(process.argv[2] ?? 4390), '127.0.0.1')
