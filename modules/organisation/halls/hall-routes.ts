import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageQuery, pageOf } from '@yiwang/kernel'
import { Type } from 'typebox'
import { Counter, CounterInput, DivisionCode, Hall, HallChange, HallInput, HallWithCounters } from '../contract.ts'
import { changeHall } from './change-hall.ts'
import { countersOf, getHall, hallsOf } from './hall-store.ts'
import { registerCounter } from './register-counter.ts'
import { registerHall } from './register-hall.ts'

const tags = ['organisation']
const HallKey = Type.Object({ id: Type.String({ format: 'uuid' }) })
const manage = { may: 'organisation.manageHalls' }

export const hallRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/halls',
    {
      config: { may: 'organisation.look' },
      schema: {
        operationId: 'listHalls',
        tags,
        summary: '区划内的政务大厅、便民服务点和代办点',
        querystring: Type.Object({ division: DivisionCode, ...PageQuery }),
        response: { 200: pageOf(Hall) },
      },
    },
    (request) => api.read(request, ({ tx }) => hallsOf(tx, request.query.division, request.query)),
  )
  api.get(
    '/halls/:id',
    {
      config: { may: 'organisation.look' },
      schema: { operationId: 'getHall', tags, summary: '大厅及其窗口', params: HallKey, response: { 200: HallWithCounters } },
    },
    (request) =>
      api.read(request, async ({ tx }) => ({
        ...(await getHall(tx, request.params.id)),
        counters: await countersOf(tx, request.params.id),
      })),
  )
  api.post(
    '/halls',
    { config: manage, schema: { operationId: 'registerHall', tags, summary: '登记大厅', body: HallInput, response: { 200: Hall } } },
    (request) => api.perform(request, (act) => registerHall(act, request.body)),
  )
  api.patch(
    '/halls/:id',
    {
      config: manage,
      schema: { operationId: 'changeHall', tags, summary: '变更大厅', params: HallKey, body: HallChange, response: { 200: Hall } },
    },
    (request) => api.perform(request, (act) => changeHall(act, request.params.id, request.body)),
  )
  api.post(
    '/halls/:id/counters',
    {
      config: manage,
      schema: {
        operationId: 'registerCounter',
        tags,
        summary: '登记窗口',
        params: HallKey,
        body: CounterInput,
        response: { 200: Counter },
      },
    },
    (request) => api.perform(request, (act) => registerCounter(act, request.params.id, request.body)),
  )
}
