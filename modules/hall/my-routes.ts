import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput } from '@yiwang/kernel'
import { getOwnAppointment, listOwnAppointments } from './appointment-queries.ts'
import { book } from './book.ts'
import { bookableDays, bookableHalls } from './bookable.ts'
import { cancelOwn } from './cancel.ts'
import {
  Appointment,
  AppointmentKey,
  AppointmentPage,
  BookableDays,
  BookableHallPage,
  BookInput,
  ItemKey,
  MyAppointmentsQuery,
  OfferKey,
} from './contract.ts'

const tags = ['hall']
const look = { may: 'hall.lookSlots' }
const own = { may: 'hall.own' }

/** What people do: see what is free, book, cancel. */
export const myAppointmentRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/items/:code/halls',
    {
      config: look,
      schema: {
        operationId: 'listBookableHalls',
        tags,
        summary: '可预约该事项的大厅和窗口',
        params: ItemKey,
        querystring: PageInput,
        response: { 200: BookableHallPage },
      },
    },
    (request) => api.read(request, (desk) => bookableHalls(desk, request.params.code, request.query)),
  )
  api.get(
    '/items/:code/halls/:hallId/days',
    {
      config: look,
      schema: {
        operationId: 'getBookableDays',
        tags,
        summary: '可预约的日期、时段和余量',
        params: OfferKey,
        response: { 200: BookableDays },
      },
    },
    (request) => api.read(request, (desk) => bookableDays(desk, request.params.code, request.params.hallId)),
  )
  api.post(
    '/my/appointments',
    {
      config: { may: 'hall.book' },
      schema: { operationId: 'bookAppointment', tags, summary: '网上预约', body: BookInput, response: { 201: Appointment } },
    },
    async (request, reply) => reply.code(201).send(await api.perform(request, (act) => book(act, request.body))),
  )
  api.get(
    '/my/appointments',
    {
      config: own,
      schema: {
        operationId: 'listMyAppointments',
        tags,
        summary: '我的预约',
        querystring: MyAppointmentsQuery,
        response: { 200: AppointmentPage },
      },
    },
    (request) => api.read(request, (desk) => listOwnAppointments(desk, request.query)),
  )
  api.get(
    '/my/appointments/:number',
    {
      config: own,
      schema: { operationId: 'getMyAppointment', tags, summary: '我的一个预约', params: AppointmentKey, response: { 200: Appointment } },
    },
    (request) => api.read(request, (desk) => getOwnAppointment(desk, request.params.number)),
  )
  api.post(
    '/my/appointments/:number/cancellation',
    {
      config: own,
      schema: { operationId: 'cancelMyAppointment', tags, summary: '取消我的预约', params: AppointmentKey, response: { 200: Appointment } },
    },
    (request) => api.perform(request, (act) => cancelOwn(act, request.params.number)),
  )
}
