import type { Act } from '@yiwang/kernel'
import { orderDelivery } from '@yiwang/logistics'
import { getBody } from '@yiwang/organisation'
import type { CaseRecord } from './case-record.ts'
import { pinnedItem } from './item.ts'

/** The result goes to the applicant by courier (物流递送), to whom he named and at his cost. */
export async function orderResultDelivery(act: Act, completed: CaseRecord): Promise<void> {
  const { recipient } = completed.delivery
  if (!recipient) return
  const [body, item] = [await getBody(act.tx, completed.bodyCode), await pinnedItem(act, completed)]
  const place = item.places[0]
  const division = completed.division.slice(0, 6)
  await orderDelivery(act, {
    subject: { kind: 'case', key: completed.caseNumber },
    direction: 'delivery',
    body: { code: completed.bodyCode, division: completed.division },
    sender: { name: body.name.slice(0, 60), phone: (body.phone ?? '12345').slice(0, 20), division, address: place?.address ?? body.name },
    recipient: { ...recipient, division },
    goods: item.result.name.slice(0, 60),
    payer: 'recipient',
    ...(completed.accountId === undefined ? {} : { accountId: completed.accountId }),
  })
}
