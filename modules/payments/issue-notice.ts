import type { Act } from '@yiwang/kernel'
import { addDays, legalDay, sumFen } from '@yiwang/standards'
import type { FeeItem, PaymentNotice } from './contract.ts'
import { problem } from './problems.ts'
import { book, insertNotice, nextNoticeNumber } from './payment-store.ts'

export interface NoticeWish {
  subject: { kind: string; key: string }
  body: { code: string; division: string }
  payer: { accountId?: string; name: string }
  items: readonly FeeItem[]
}

const daysToPay = 15

/**
 * Issuing a payment notice (开具缴款单, the guide 五（二）1（5）): from now on the amount is owed.
 * @throws payment.nothingOwed where nothing is charged
 */
export async function issueNotice(act: Act, { subject, body, payer, items }: NoticeWish): Promise<PaymentNotice> {
  const amountFen = sumFen(items.map((item) => item.amountFen))
  if (amountFen <= 0) throw problem.nothingOwed()
  const today = legalDay(act.now)
  const notice: PaymentNotice = {
    number: await nextNoticeNumber(act.tx, body.division, today),
    subject,
    bodyCode: body.code,
    division: body.division,
    payerName: payer.name,
    items: [...items],
    amountFen,
    refundedFen: 0,
    state: 'due',
    issuedAt: act.now.toISOString(),
    dueOn: addDays(today, daysToPay),
  }
  await insertNotice(act.tx, { ...notice, payerAccount: payer.accountId ?? null })
  await book(act, notice.number, notice.amountFen, 'revenue', 'receivable')
  await act.publish('payment.noticeIssued', { number: notice.number, subject, amountFen: notice.amountFen, dueOn: notice.dueOn })
  return notice
}
