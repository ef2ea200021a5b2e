import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { bodyRoutes } from './bodies/body-routes.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { divisionRoutes } from './divisions/division-routes.ts'
import { hallRoutes } from './halls/hall-routes.ts'
import { roleRoutes } from './roles/role-routes.ts'
import { staffRoutes } from './staff/staff-routes.ts'

export const organisationRoutes: FastifyPluginAsyncTypebox = async (api) => {
  for (const routes of [divisionRoutes, bodyRoutes, hallRoutes, staffRoutes, roleRoutes, calendarRoutes]) await api.register(routes)
}
