import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { applicationRoutes } from './application-routes.ts'
import { counterRoutes } from './counter-routes.ts'
import { handlingRoutes } from './handling-routes.ts'
import { requireKeepable } from './keepable.ts'
import { deskRoutes } from './desk-routes.ts'
import { myCaseRoutes } from './my-case-routes.ts'
import { progressRoutes } from './progress-routes.ts'

export const routes: FastifyPluginAsyncTypebox = async (api) => {
  api.addHook('preHandler', async ({ body }) => requireKeepable(body ?? null))
  for (const part of [applicationRoutes, myCaseRoutes, counterRoutes, deskRoutes, progressRoutes, handlingRoutes]) await api.register(part)
}
