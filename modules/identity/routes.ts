import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { accountDeskRoutes } from './accounts/desk-routes.ts'
import { accountRoutes } from './accounts/routes.ts'
import { meRoutes } from './accounts/me-routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { staffLoginRoutes } from './staff/routes.ts'

export const identityRoutes: FastifyPluginAsyncTypebox = async (api) => {
  await api.register(accountRoutes)
  await api.register(accountDeskRoutes)
  await api.register(sessionRoutes)
  await api.register(meRoutes)
  await api.register(staffLoginRoutes)
}
