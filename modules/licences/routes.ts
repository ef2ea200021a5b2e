import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { checkRoutes } from './check-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { myLicenceRoutes } from './my-routes.ts'
import { typeRoutes } from './type-routes.ts'

export const licenceRoutes: FastifyPluginAsyncTypebox = async (api) => {
  for (const routes of [typeRoutes, checkRoutes, myLicenceRoutes, deskRoutes]) await api.register(routes)
}
