import { isSignedBy, outsideService, type Clock, type OutsideAnswer } from '@yiwang/kernel'
import type { PaymentPlatform, PlatformOrder, RefundWord } from './events.ts'
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
    close: async (orderNumber) => {
      const path = `/payments/orders/${encodeURIComponent(orderNumber)}`
      const answer = await platform.call('POST', `${path}/closure`, {})
      if (answer.status === 404) return undefined
      // paid in the moment it was to be closed
      return orderOf(answer.status === 409 ? await platform.call('GET', path) : answer)
    },
    refund: async ({ orderNumber, refundNumber, amountFen, reason }) => {
      const answer = await platform.call('POST', `/payments/orders/${encodeURIComponent(orderNumber)}/refunds`, {
        merchantRefundNo: refundNumber,
        amount: amountFen,
        reason,
      })
      return refundWord(answer)
    },
    isItsCallback: ({ path, body, headers, now }) =>
      isSignedBy({ appId: 'sandbox.payments', secret, method: 'POST', path, body }, headers, now),
  }
}

/** What we sent wrongly (unsigned, too often) is no answer to the question and is asked again; what the platform decided is. */
function refundWord({ status, body }: OutsideAnswer): RefundWord {
  const { state, title } = body as { state?: unknown; title?: unknown }
  if (status === 200) return { outcome: state === 'refunded' ? 'refunded' : 'taken' }
  if (status === 401 || status === 408 || status === 429) throw problem.refused({ status })
  return { outcome: 'refused', why: typeof title === 'string' ? title.slice(0, 300) : `HTTP ${status}` }
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
