import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { publicRoutes } from './public/public-routes.ts'

export const catalogueRoutes: FastifyPluginAsyncTypebox = async (api) => {
  for (const routes of [publicRoutes]) await api.register(routes)
}
