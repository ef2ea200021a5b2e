import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callerOf, signedBy } from '../caller.ts'
import { csv, legalDay } from '../statement.ts'
import { sendPage } from '../page.ts'
import type { World } from '../world.ts'
import { NewWaybill, PushInput, Waybill, WaybillKey, type KeptWaybill } from './contract.ts'
import { openCourierDesk, type CourierDesk } from './desk.ts'
import { listBody, waybillBody } from './pages.ts'

const Nothing = Type.Object({}, { additionalProperties: false })
const DayKey = Type.Object({ date: Type.String({ format: 'date' }) })
const NumberKey = Type.Object({ waybillNo: Type.String({ maxLength: 40 }) })

export const courierRoutes: FastifyPluginAsyncTypebox<{ world: World }> = async (api, { world }) => {
  const desk = openCourierDesk(world)
  await api.register(merchantRoutes, { world, desk })
  api.get('/courier', (_request, reply) => sendPage(reply, { title: '快递', body: listBody(desk.list().slice(-100).toReversed()) }))
  api.get('/courier/:waybillNo', { schema: { params: NumberKey } }, ({ params }, reply) => {
    const waybill = desk.getByNumber(params.waybillNo)
    return sendPage(reply, { title: `运单 ${waybill.waybillNo}`, body: waybillBody(waybill) })
  })
  api.post('/courier/:waybillNo/events', { schema: { params: NumberKey, body: PushInput } }, ({ params, body }, reply) => {
    const { waybillNo } = desk.move(desk.getByNumber(params.waybillNo), body.state)
    return reply.redirect(`/courier/${waybillNo}`, 303)
  })
}

const merchantRoutes: FastifyPluginAsyncTypebox<{ world: World; desk: CourierDesk }> = async (api, { world, desk }) => {
  api.addHook('preValidation', signedBy(world, 'courier'))
  api.post('/waybills', { schema: { body: NewWaybill, response: { 200: Waybill } } }, (request) =>
    desk.create(callerOf(request), request.body),
  )
  api.get('/waybills/:merchantWaybillNo', { schema: { params: WaybillKey, response: { 200: Waybill } } }, (request) =>
    desk.get(callerOf(request), request.params.merchantWaybillNo),
  )
  const cancellation = { schema: { params: WaybillKey, body: Nothing, response: { 200: Waybill } } }
  api.post('/waybills/:merchantWaybillNo/cancellation', cancellation, (request) => {
    const waybill = desk.get(callerOf(request), request.params.merchantWaybillNo)
    return waybill.state === 'cancelled' ? waybill : desk.move(waybill, 'cancelled')
  })
  api.get('/waybills/statements/:date', { schema: { params: DayKey } }, (request, reply) => {
    const mine = desk.list().filter((one) => one.merchantId === callerOf(request) && legalDay(one.createdAt) === request.params.date)
    const columns = ['waybillNo', 'merchantWaybillNo', 'kind', 'fee', 'payer', 'paymentOrderNo', 'acceptedAt'] as const
    return reply.type('text/csv; charset=utf-8').send(csv(columns, mine.filter((one) => one.state !== 'cancelled').map(statementRow)))
  })
}

function statementRow({ waybillNo, merchantWaybillNo, kind, fee, payer, asked, createdAt }: KeptWaybill) {
  return { waybillNo, merchantWaybillNo, kind, fee, payer, paymentOrderNo: asked.paymentOrderNo ?? '', acceptedAt: createdAt }
}
