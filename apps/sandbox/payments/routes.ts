import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callerOf, signedBy } from '../caller.ts'
import { Problem } from '../problems.ts'
import type { World } from '../world.ts'
import { cashierRoutes } from './cashier.ts'
import { NewOrder, NewRefund, Order, OrderKey, Refund, RefundKey, StatementKey, StatementQuery, type KeptOrder } from './contract.ts'
import { openPaymentDesk, type PaymentDesk } from './desk.ts'
import { statement } from './statements.ts'

/** The platform's two doors: one for merchants, signed, one for those who pay. */
export const paymentRoutes: FastifyPluginAsyncTypebox<{ world: World }> = async (api, { world }) => {
  const desk = openPaymentDesk(world)
  await api.register(merchantRoutes, { world, desk })
  await api.register(cashierRoutes, { world, desk })
}

const Nothing = Type.Object({}, { additionalProperties: false })

const merchantRoutes: FastifyPluginAsyncTypebox<{ world: World; desk: PaymentDesk }> = async (api, { world, desk }) => {
  const shown = (order: KeptOrder): Order => orderOf(order, desk, world.publicUrl())
  api.addHook('preValidation', signedBy(world, 'payments'))
  api.post('/payments/orders', { schema: { body: NewOrder, response: { 200: Order } } }, async (request) =>
    shown(await desk.create(callerOf(request), request.body)),
  )
  api.get('/payments/orders/:merchantOrderNo', { schema: { params: OrderKey, response: { 200: Order } } }, (request) =>
    shown(desk.get(callerOf(request), request.params.merchantOrderNo)),
  )
  api.post(
    '/payments/orders/:merchantOrderNo/closure',
    { schema: { params: OrderKey, body: Nothing, response: { 200: Order } } },
    (request) => shown(desk.close(desk.get(callerOf(request), request.params.merchantOrderNo))),
  )
  api.post(
    '/payments/orders/:merchantOrderNo/refunds',
    { schema: { params: OrderKey, body: NewRefund, response: { 200: Refund } } },
    (request) => desk.refund(desk.get(callerOf(request), request.params.merchantOrderNo), request.body),
  )
  const oneRefund = { schema: { params: RefundKey, response: { 200: Refund } } }
  api.get('/payments/orders/:merchantOrderNo/refunds/:merchantRefundNo', oneRefund, (request) => {
    const { merchantOrderNo, merchantRefundNo } = request.params
    const found = desk.findRefund(desk.get(callerOf(request), merchantOrderNo), merchantRefundNo)
    if (found === undefined) throw new Problem('record.notFound')
    return found
  })
  api.get('/payments/statements/:date', { schema: { params: StatementKey, querystring: StatementQuery } }, (request, reply) => {
    const text = statement(world, desk, callerOf(request), request.params.date, request.query.source ?? 'platform')
    return reply.type('text/csv; charset=utf-8').send(text)
  })
}

function orderOf({ asked: _asked, token, ...order }: KeptOrder, desk: PaymentDesk, publicUrl: string): Order {
  const refunded = desk.refundsOf({ asked: _asked, token, ...order }).reduce((sum, one) => sum + one.amount, 0)
  return { ...order, refunded, cashierUrl: `${publicUrl}/cashier/${token}` }
}
