import type { FastifyPluginAsync } from 'fastify'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const files = { 'tokens.css': '@yiwang/ui/tokens.css', 'sandbox.css': './sandbox.css' }

/** Two style sheets: the tokens of the whole product and the sandbox's own. */
export const assetRoutes: FastifyPluginAsync = async (api) => {
  for (const [name, from] of Object.entries(files)) {
    const text = readFileSync(fileURLToPath(import.meta.resolve(from)), 'utf8')
    api.get(`/assets/${name}`, (_request, reply) => reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=300').send(text))
  }
}
