import { feeFor } from '@yiwang/catalogue'
import type { Act } from '@yiwang/kernel'
import { issueNotice, noticesOf } from '@yiwang/payments'
import type { CaseRecord } from './case-record.ts'
import { handlingProblem as problem } from './handling-problems.ts'
import { pinnedItem } from './item.ts'
import { issueCasePaper } from './papers.ts'

/** 收费环节: what the item charges at this stage is owed from now on (缴费通知单); an item that is free owes nothing. */
export async function charge(act: Act, found: CaseRecord, stage: 'beforeDecision' | 'atDelivery'): Promise<void> {
  const { fees } = await pinnedItem(act, found)
  if (!fees.charged || (fees.stage ?? 'beforeDecision') !== stage) return
  const due = feeFor({ fees }, { answers: found.answers, quantities: quantitiesOf(found.form) })
  if (due.totalFen === 0) return
  const lines = due.lines.filter(({ amountFen }) => amountFen > 0)
  const notice = await issueNotice(act, {
    subject: { kind: 'case', key: found.caseNumber },
    body: { code: found.bodyCode, division: found.division },
    payer: { name: found.applicantName, ...(found.accountId ? { accountId: found.accountId } : {}) },
    items: lines.map(({ key, name, amountFen }) => ({ code: key, name: name.slice(0, 100), amountFen })),
  })
  await issueCasePaper(
    act,
    found,
    'paymentNotice',
    {
      payer: found.applicantName,
      fees: lines.map(({ name, amountFen }) => ({ name: name.slice(0, 100), standard: '按收费标准', amount: amountFen })),
      total: due.totalFen,
      methods: ['网上缴费', '窗口缴费'],
      payBy: notice.dueOn,
      noticeNumber: notice.number,
    },
    false,
  )
}

/** Only what is written as a number counts as a quantity. */
function quantitiesOf(form: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(form).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'number' || typeof entry[1] === 'string',
    ),
  )
}

/** The notices still to be paid. */
export async function owedFor({ tx }: Pick<Act, 'tx'>, { caseNumber }: Pick<CaseRecord, 'caseNumber'>): Promise<string[]> {
  const notices = await noticesOf(tx, { kind: 'case', key: caseNumber })
  return notices.filter(({ state }) => state === 'due').map(({ number }) => number)
}

/** @throws case.notPaid naming what is owed */
export async function requirePaid(act: Act, found: CaseRecord): Promise<void> {
  const notices = await owedFor(act, found)
  if (notices.length > 0) throw problem.notPaid({ notices })
}
