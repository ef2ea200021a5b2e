import { contactOf } from '@yiwang/identity'
import type { Act } from '@yiwang/kernel'
import { send, type Recipient, type SendInput, type TemplateCode } from '@yiwang/messages'
import { peopleOf } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import { pinnedItem } from './item.ts'

/** What is told of a case: a template with its values, loudly or only in the personal space. */
export type Told = { [T in TemplateCode]: Pick<SendInput<T>, 'template' | 'values' | 'quietly'> }[TemplateCode]

/** Tells the applicant something about his case, in the name of the body that handles it. */
export async function announce(act: Act, found: CaseRecord, told: Told | undefined): Promise<void> {
  if (!told) return
  await send(act, {
    ...(told as Pick<SendInput<TemplateCode>, 'template' | 'values' | 'quietly'>),
    to: await recipientOf(act, found),
    about: { kind: 'case', key: found.caseNumber },
    from: { bodyCode: found.bodyCode, division: found.division },
  })
}

/** Who hears of a case: the account holder in his space where there is one; an agent, or who has no account, at the telephone left at the counter. */
async function recipientOf(act: Act, found: CaseRecord): Promise<Recipient> {
  const { contact } = peopleOf(act.settings, found)
  const left = contact.phone === undefined ? {} : { phone: contact.phone }
  if (found.accountId === undefined) return left
  const holder = await contactOf(act, found.accountId)
  return contact.agent ? { ...holder, ...left } : holder
}

export const named = ({ itemName, caseNumber }: CaseRecord) => ({ item: itemName, caseNumber })

/** Where the originals are to be shown: the first place the item is handled at. */
export async function placeOf(act: Act, found: CaseRecord): Promise<string> {
  const [place] = (await pinnedItem(act, found)).places
  return place ? `${place.name}（${place.address}）` : found.bodyName
}

export const results = {
  approved: { 'zh-CN': '准予', en: 'approved' },
  denied: { 'zh-CN': '不予', en: 'denied' },
  forwarded: { 'zh-CN': '转报', en: 'forwarded' },
}
