import type { Answers } from '@yiwang/catalogue/contract'
import type { Act } from '@yiwang/kernel'
import { calendarAt, getActiveBody } from '@yiwang/organisation'
import { legalDay } from '@yiwang/standards'
import { newCaseNumber } from './case-number.ts'
import type { CasePeople } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import { insertCase } from './new-case-store.ts'
import type { Channel, DeliveryWish } from './contract.ts'
import { factsOf } from './facts.ts'
import type { Handler } from './handler.ts'
import type { CaseItem } from './item.ts'
import { insertMaterials, type NewMaterial } from './material-store.ts'
import { bodyOf, issueReceipt } from './papers.ts'
import { noteStep } from './step-store.ts'
import { answerLimit, termEnd } from './time-limits.ts'

/** An application that passed its checks. */
export interface Application {
  item: CaseItem
  people: CasePeople
  accountId?: string
  channel: Channel
  answers: Answers
  form: Record<string, unknown>
  delivery: DeliveryWish
  materials: readonly NewMaterial[]
  /** The clerk who takes it in at the counter. */
  clerk?: Handler
}

/** A case comes to be (收件): its number, the item version it is pinned to, the day by which it must be answered, and the receipt. */
export async function openCase(act: Act, application: Application): Promise<CaseRecord> {
  const { item, people, clerk, materials, accountId, channel, answers, form, delivery } = application
  const [body, calendar, caseNumber] = await Promise.all([
    getActiveBody(act.tx, item.bodyCode),
    calendarAt(act),
    newCaseNumber(act, item.division),
  ])
  const acceptBy = termEnd(legalDay(act.now), answerLimit, calendar)
  const fresh = {
    caseNumber,
    revisionId: item.revisionId,
    implementationCode: item.implementationCode,
    itemName: item.name,
    bodyCode: item.bodyCode,
    bodyName: body.name,
    division: item.division,
    handling: item.caseKind,
    onlineMode: item.onlineMode ?? 'preview',
    visits: clerk ? 1 : 0,
    people,
    channel,
    answers,
    form,
    delivery,
    ...(accountId === undefined ? {} : { accountId }),
    ...(acceptBy === undefined ? {} : { acceptBy }),
    ...(item.statutoryLimit ? { statutoryLimit: item.statutoryLimit } : {}),
    ...(item.committedLimit ? { committedLimit: item.committedLimit } : {}),
  }
  const [found] = await Promise.all([insertCase(act, fresh), bodyOf(act, fresh)])
  await insertMaterials(act, found.caseNumber, materials)
  await noteStep(act, found, {
    name: clerk ? '接件' : '提交申请',
    act: 'submit',
    by: clerk ?? { id: act.by.id, name: people.contact.name },
  })
  await issueReceipt(act, found, materials, clerk)
  await act.publish('case.submitted', factsOf(found))
  return found
}
