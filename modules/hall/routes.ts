import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { deskRoutes } from './desk-routes.ts'
import { myAppointmentRoutes } from './my-routes.ts'
import { slotRoutes } from './slot-routes.ts'

export const hallRoutes: FastifyPluginAsyncTypebox = async (api) => {
  await api.register(myAppointmentRoutes)
  await api.register(deskRoutes)
  await api.register(slotRoutes)
}
