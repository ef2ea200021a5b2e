import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { definitionRoutes } from './definitions/definition-routes.ts'
import { directoryRoutes } from './directory/directory-routes.ts'
import { draftRoutes, reviewRoutes } from './implementations/implementation-routes.ts'
import { workRoutes } from './implementations/work-routes.ts'
import { publicRoutes } from './public/public-routes.ts'

export const catalogueRoutes: FastifyPluginAsyncTypebox = async (api) => {
  const all = [publicRoutes, directoryRoutes, draftRoutes, reviewRoutes, workRoutes, definitionRoutes]
  for (const routes of all) await api.register(routes)
}
