import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listHallAppointments } from './appointment-queries.ts'
import { bookFor } from './book.ts'
import { cancelAtHall } from './cancel.ts'
import { confirm } from './confirm.ts'
import {
  Appointment,
  AppointmentKey,
  BookForInput,
  HallAppointment,
  HallAppointmentPage,
  HallAppointmentQuery,
  HallKey,
  ReasonInput,
  Suspension,
  SuspensionKey,
  SuspensionPage,
  SuspensionQuery,
} from './contract.ts'
import { liftSuspension } from './lift-suspension.ts'
import { serve } from './serve.ts'
import { listSuspensions } from './suspension-store.ts'

const tags = ['hall']
const manage = { may: 'hall.manageAppointments' }
const lift = { may: 'hall.liftSuspensions' }
const one = { tags, params: AppointmentKey, response: { 200: HallAppointment } }

/** What the hall does with appointments (预约管理). */
export const deskRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/halls/:hallId/appointments',
    {
      config: { may: 'hall.lookAppointments' },
      schema: {
        operationId: 'listHallAppointments',
        tags,
        summary: '大厅的预约',
        params: HallKey,
        querystring: HallAppointmentQuery,
        response: { 200: HallAppointmentPage },
      },
    },
    (request) => api.read(request, (desk) => listHallAppointments(desk, request.params.hallId, request.query)),
  )
  api.post(
    '/halls/:hallId/appointments',
    {
      config: manage,
      schema: {
        operationId: 'bookForSomebody',
        tags,
        summary: '代为预约',
        params: HallKey,
        body: BookForInput,
        response: { 201: Appointment },
      },
    },
    async (request, reply) => reply.code(201).send(await api.perform(request, (act) => bookFor(act, request.params.hallId, request.body))),
  )
  api.post(
    '/appointments/:number/confirmation',
    { config: manage, schema: { operationId: 'confirmAppointment', summary: '确认预约', ...one } },
    (request) => api.perform(request, (act) => confirm(act, request.params.number)),
  )
  api.post(
    '/appointments/:number/cancellation',
    { config: manage, schema: { operationId: 'cancelAppointment', summary: '取消预约', body: ReasonInput, ...one } },
    (request) => api.perform(request, (act) => cancelAtHall(act, request.params.number, request.body)),
  )
  api.post(
    '/appointments/:number/service',
    { config: manage, schema: { operationId: 'serveAppointment', summary: '登记预约办理完成', ...one } },
    (request) => api.perform(request, (act) => serve(act, request.params.number)),
  )
  api.get(
    '/appointment-suspensions',
    {
      config: lift,
      schema: {
        operationId: 'listSuspensions',
        tags,
        summary: '网上预约的暂停',
        querystring: SuspensionQuery,
        response: { 200: SuspensionPage },
      },
    },
    (request) => api.read(request, (desk) => listSuspensions(desk, request.query)),
  )
  api.post(
    '/appointment-suspensions/:id/lifting',
    {
      config: lift,
      schema: {
        operationId: 'liftSuspension',
        tags,
        summary: '解除网上预约暂停',
        params: SuspensionKey,
        body: ReasonInput,
        response: { 200: Suspension },
      },
    },
    (request) => api.perform(request, (act) => liftSuspension(act, request.params.id, request.body)),
  )
}
