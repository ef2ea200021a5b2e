import { isSignedBy, outsideService, type Clock, type OutsideAnswer } from '@yiwang/kernel'
import type { PaymentPlatform, PlatformOrder } from './events.ts'
import { problem } from './problems.ts'

interface WireOrder {
  state: PlatformOrder['state']
  amount: number
  platformOrderNo: string
  cashierUrl: string
  channel?: string
  transactionNo?: string
}

/** The public payment platform of the sandbox over HTTP, signed both ways. */
export function sandboxPlatform({
  url,
  secret,
  clock,
  notifyUrl,
}: {
  url: string
  secret: string
  clock: Clock
  notifyUrl: string
}): PaymentPlatform {
  const platform = outsideService({ name: '公共支付平台', url, clock, sign: { appId: 'yiwang', secret } })
  return {
    order: async ({ orderNumber, amountFen, subject, division, bodyCode, items, returnUrl }) => {
      const feeItems = items.map((item) => ({ code: item.code, name: item.name, amount: item.amountFen }))
      const body = {
        merchantOrderNo: orderNumber,
        amount: amountFen,
        subject,
        divisionCode: division,
        collectingBody: bodyCode,
        feeItems,
        notifyUrl,
        returnUrl,
      }
      return orderOf(await platform.call('POST', '/payments/orders', body))
    },
    find: async (orderNumber) => {
      const answer = await platform.call('GET', `/payments/orders/${encodeURIComponent(orderNumber)}`)
      return answer.status === 404 ? undefined : orderOf(answer)
    },
    refund: async ({ orderNumber, refundNumber, amountFen, reason }) => {
      const answer = await platform.call('POST', `/payments/orders/${encodeURIComponent(orderNumber)}/refunds`, {
        merchantRefundNo: refundNumber,
        amount: amountFen,
        reason,
      })
      if (answer.status !== 200) throw problem.refused({ status: answer.status })
      return { refunded: (answer.body as { state?: unknown }).state === 'refunded' }
    },
    isItsCallback: ({ path, body, headers, now }) =>
      isSignedBy({ appId: 'sandbox.payments', secret, method: 'POST', path, body }, headers, now),
  }
}

function orderOf({ status, body }: OutsideAnswer): PlatformOrder {
  if (status !== 200) throw problem.refused({ status })
  const { state, amount, platformOrderNo, cashierUrl, channel, transactionNo } = body as WireOrder
  return {
    state,
    amountFen: amount,
    platformNumber: platformOrderNo,
    cashierUrl,
    ...(channel ? { channel } : {}),
    ...(transactionNo ? { transactionNumber: transactionNo } : {}),
  }
}
