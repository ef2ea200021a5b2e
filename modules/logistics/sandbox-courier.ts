import { isSignedBy, outsideService, type Clock } from '@yiwang/kernel'
import type { Party } from './contract.ts'
import type { Courier } from './events.ts'
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
      if (answer.status !== 200) throw problem.refused({ status: answer.status })
      const { waybillNo, fee } = answer.body as { waybillNo: string; fee: number }
      return { courierNumber: waybillNo, feeFen: fee }
    },
    isItsCallback: ({ path, body, headers, now }) =>
      isSignedBy({ appId: 'sandbox.courier', secret, method: 'POST', path, body }, headers, now),
  }
}
