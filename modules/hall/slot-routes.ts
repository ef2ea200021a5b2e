import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import { Type } from 'typebox'
import { DayExceptionInput, DayExceptionPage, DayKey, ExceptedDay, HallKey, Offer, OfferInput, OfferKey, OfferPage } from './contract.ts'
import { exceptDay, takeExceptionBack } from './except-day.ts'
import { listExceptions } from './exception-store.ts'
import { offerItem } from './offer-item.ts'
import { listOffers } from './offer-store.ts'
import { hallInReach } from './reach.ts'

const tags = ['hall']
const manage = { may: 'hall.manageSlots' }

/** 预约设置 of a hall: items, times, days off and extra days. */
export const slotRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/halls/:hallId/offers',
    {
      config: manage,
      schema: {
        operationId: 'listOffers',
        tags,
        summary: '大厅的预约事项',
        params: HallKey,
        querystring: PageInput,
        response: { 200: OfferPage },
      },
    },
    (request) =>
      api.read(request, async (desk) => {
        await hallInReach(desk, request.params.hallId, manage.may)
        return listOffers(desk.tx, request.params.hallId, request.query)
      }),
  )
  api.put(
    '/halls/:hallId/offers/:code',
    {
      config: manage,
      schema: {
        operationId: 'offerItem',
        tags,
        summary: '设置预约事项和时段',
        params: OfferKey,
        body: OfferInput,
        response: { 200: Offer },
      },
    },
    (request) => api.perform(request, (act) => offerItem(act, request.params.hallId, request.params.code, request.body)),
  )
  api.get(
    '/halls/:hallId/days',
    {
      config: manage,
      schema: {
        operationId: 'listExceptedDays',
        tags,
        summary: '停办日和加开日',
        params: HallKey,
        querystring: PageInput,
        response: { 200: DayExceptionPage },
      },
    },
    (request) =>
      api.read(request, async (desk) => {
        await hallInReach(desk, request.params.hallId, manage.may)
        return listExceptions(desk.tx, request.params.hallId, legalDay(desk.now), request.query)
      }),
  )
  api.put(
    '/halls/:hallId/days/:day',
    {
      config: manage,
      schema: {
        operationId: 'exceptDay',
        tags,
        summary: '设停办日或加开日',
        params: DayKey,
        body: DayExceptionInput,
        response: { 200: ExceptedDay },
      },
    },
    (request) => api.perform(request, (act) => exceptDay(act, request.params.hallId, request.params.day, request.body)),
  )
  api.delete(
    '/halls/:hallId/days/:day',
    {
      config: manage,
      schema: { operationId: 'takeExceptionBack', tags, summary: '撤销停办日或加开日', params: DayKey, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await api.perform(request, (act) => takeExceptionBack(act, request.params.hallId, request.params.day))
      return reply.code(204).send(null)
    },
  )
}
