import { isSignedBy, outsideService, type Clock, type OutsideAnswer } from '@yiwang/kernel'
import type { Party } from './contract.ts'
import type { Courier, CourierWord } from './events.ts'
import { problem } from './problems.ts'

const wireParty = ({ name, phone, division, address }: Party) => ({ name, phone, divisionCode: division, address })

/** The courier of the sandbox over HTTP, signed both ways. */
export function sandboxCourier({
  url,
  secret,
  clock,
  notifyUrl,
}: {
  url: string
  secret: string
  clock: Clock
  notifyUrl: string
}): Courier {
  const courier = outsideService({ name: '快递公司', url, clock, sign: { appId: 'yiwang', secret } })
  return {
    order: async ({ number, direction, sender, recipient, goods, payer }) => {
      const body = {
        merchantWaybillNo: number,
        kind: direction,
        sender: wireParty(sender),
        recipient: wireParty(recipient),
        goods,
        payer,
        notifyUrl,
      }
      const answer = await courier.call('POST', '/waybills', body)
      return courierWord(answer)
    },
    isItsCallback: ({ path, body, headers, now }) =>
      isSignedBy({ appId: 'sandbox.courier', secret, method: 'POST', path, body }, headers, now),
  }
}

/** What we sent wrongly (unsigned, too often) is no answer to the question and is asked again; what the courier decided is. */
function courierWord({ status, body }: OutsideAnswer): CourierWord {
  const { waybillNo, fee, title } = body as { waybillNo: string; fee: number; title?: unknown }
  if (status === 200) return { outcome: 'ordered', courierNumber: waybillNo, feeFen: fee }
  if (status === 401 || status === 408 || status === 429) throw problem.refused({ status })
  return { outcome: 'refused', why: typeof title === 'string' ? title.slice(0, 300) : `HTTP ${status}` }
}
