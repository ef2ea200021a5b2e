import { assignPapers } from '@yiwang/documents'
import { findHolder, getAccount } from '@yiwang/identity'
import type { Act } from '@yiwang/kernel'
import { assignWaybills } from '@yiwang/logistics'
import { assignNotices } from '@yiwang/payments'
import { applicantIndex, peopleOf } from './case-people.ts'
import { findCase } from './case-store.ts'
import { factsOf } from './facts.ts'
import { linkCasesTo } from './link-store.ts'
import { sendOff } from './send-off.ts'

/** 实名等级 2: a card only the person has was checked, or the legal representative. At level 1 a name, its number and some telephone are enough. */
const adequateLevel = 2

/** What was handed in at the counter stands in the applicant's space too (窗口办件归入用户空间), when there is one. */
export async function linkCase(act: Act, caseNumber: string): Promise<void> {
  const found = await findCase(act.tx, caseNumber)
  if (!found || found.accountId !== undefined) return
  const { kind, number } = peopleOf(act.settings, found)
  const holder = await findHolder(act, { kind, number })
  if (holder && holder.level >= adequateLevel) await link(act, found.applicantIndex, holder.id)
}

/** The same from the other side: somebody registers, or is known better than before, and finds what he began at the counter. */
export async function linkCasesOf(act: Act, accountId: string): Promise<void> {
  const { kind, number, level } = await getAccount(act, accountId)
  if (level >= adequateLevel) await link(act, applicantIndex(act.settings, kind, number), accountId)
}

/** With the cases go their papers, what is owed and what the courier carries; what can be delivered into a space is. */
async function link(act: Act, index: string, accountId: string): Promise<void> {
  const linked = await linkCasesTo(act.tx, index, accountId)
  const subjects = { kind: 'case', keys: linked.map(({ caseNumber }) => caseNumber) }
  await assignPapers(act.tx, subjects, accountId)
  await assignNotices(act.tx, subjects, accountId)
  await assignWaybills(act.tx, subjects, accountId)
  for (const found of linked) {
    await act.publish('case.linked', factsOf(found))
    await sendOff(act, found)
  }
}
