import type { Desk } from '@yiwang/kernel'
import { listPapers } from '@yiwang/documents'
import { waybillsOf } from '@yiwang/logistics'
import { maskForm } from '@yiwang/forms'
import { legalDay, maskMobilePhone, maskPersonId } from '@yiwang/standards'
import { allowedIn } from './allowed.ts'
import { listOpenRequests, listOpenTasks, listSpecialProcedures } from './case-parts-queries.ts'
import { getCaseToLookAt } from './case-reach-store.ts'
import { peopleOf, type CasePeople } from './case-people.ts'
import type { CaseRecord } from './case-record.ts'
import { getOwnCase } from './case-store.ts'
import { clockOf } from './clock.ts'
import type { Applicant, CasePaper, DeliveryFailure, ServiceCase } from './contract.ts'
import { listCorrections } from './correction-store.ts'
import { deskFacts } from './desk-facts.ts'
import { findDeliveryFailure } from './delivery-store.ts'
import { flowPicture, withOutcomes } from './flow.ts'
import { formOf, pinnedItem, type CaseItem } from './item.ts'
import { lawfulActs, type CaseAct } from './lifecycle.ts'
import { listMaterials } from './material-store.ts'
import { daysOf } from './near-day.ts'
import { originalsOpen } from './send-off.ts'
import { nextFor, stagesOf } from './stages.ts'
import { listSteps } from './step-store.ts'
import { nothingDue, urgencyOf } from './urgency.ts'

/** The case as its owner sees it (办件信息展示, 五（一）2（6）): his own numbers whole, the result once it is completed, what was said but not which points were ticked off for it. */
export async function viewOwnCase(desk: Desk, caseNumber: string): Promise<ServiceCase> {
  const found = await getOwnCase(desk, caseNumber)
  const seen = await viewOf(desk, found, peopleOf(desk.settings, found), await pinnedItem(desk, found))
  const papers = seen.papers.filter(({ effect }) => effect === 'inForce')
  const whole = { ...seen, papers, steps: seen.steps.map(({ points: _, ...step }) => step) }
  const lawful = whole.lawful.filter((act) => applicantActs.includes(act))
  return found.completedAt === undefined ? withoutResult({ ...whole, lawful }) : { ...whole, lawful }
}

const applicantActs: readonly string[] = ['resubmit', 'withdraw', 'supplyDeferred', 'chooseDelivery'] satisfies CaseAct[]
const resultPapers = ['approvalDecision', 'denialDecision', 'forwardingDecision']

/** 未办结时不显示 (R5A-232). */
function withoutResult({ decision: _, decisionReasons: __, licenceIdentifier: ___, ...rest }: ServiceCase): ServiceCase {
  return { ...rest, papers: rest.papers.filter(({ kind }) => !resultPapers.includes(kind)) }
}

/** The case on the desk of a clerk: numbers masked, also those in the form. */
export async function viewCase(desk: Desk, caseNumber: string): Promise<ServiceCase> {
  const found = await getCaseToLookAt(desk, caseNumber)
  const item = await pinnedItem(desk, found)
  const view = await viewOf(desk, found, masked(peopleOf(desk.settings, found)), item)
  return {
    ...view,
    desk: await deskFacts(desk, found),
    form: maskForm(await formOf(desk, item), found.form),
    papers: view.papers.map(({ auditCode: _, ...paper }) => paper),
  }
}

/** Everybody but the owner and the identity check sees numbers so (spec: 330102********123X); a credit code is public. */
export function masked(people: CasePeople): CasePeople {
  const { phone, contact, ...rest } = people
  const number = people.kind === 'person' ? maskPersonId(people.number) : people.number
  const hidden = people.kind === 'person' || contact.agent ? maskPersonId(contact.number) : contact.number
  return {
    ...rest,
    number,
    ...(phone === undefined ? {} : { phone: maskMobilePhone(phone) }),
    contact: { ...contact, number: hidden, ...(contact.phone === undefined ? {} : { phone: maskMobilePhone(contact.phone) }) },
  }
}

async function viewOf(desk: Desk, found: CaseRecord, people: Applicant, item: CaseItem): Promise<ServiceCase> {
  const { tx } = desk
  const { caseNumber } = found
  const papers = await listPapers(tx, { kind: 'case', key: caseNumber })
  const picture = await flowPicture(desk, found, item)
  return {
    ...(await headOf(desk, found)),
    allowed: allowedIn(item, found),
    applicant: people,
    materials: withPoints(await listMaterials(tx, caseNumber), item),
    clock: await clockOf(desk, found),
    steps: await listSteps(tx, caseNumber),
    specialProcedures: await listSpecialProcedures(tx, caseNumber),
    corrections: await listCorrections(tx, caseNumber),
    papers: papers.map(({ id, kind, title, number, sealed, effect, issuedAt, auditCode }): CasePaper => ({
      id,
      kind,
      title,
      number,
      issuedOn: legalDay(new Date(issuedAt)),
      sealed,
      effect,
      auditCode,
    })),
    tasks: await withOutcomes(desk, found, await listOpenTasks(desk, caseNumber)),
    requests: await listOpenRequests(tx, caseNumber),
    ...(picture ? { flow: picture } : {}),
  }
}

/** 审查要点: what the item's own standard says of each material. */
function withPoints(materials: ServiceCase['materials'], { materials: asked }: CaseItem): ServiceCase['materials'] {
  const standards = new Map(asked.map(({ code, acceptanceStandard }) => [code, acceptanceStandard]))
  return materials.map((material) => {
    const standard = standards.get(material.code)
    return standard === undefined ? material : { ...material, standard }
  })
}

type Parts =
  | 'allowed'
  | 'applicant'
  | 'materials'
  | 'clock'
  | 'steps'
  | 'specialProcedures'
  | 'corrections'
  | 'papers'
  | 'tasks'
  | 'requests'
  | 'flow'

/** The parcels, and what became of the last one where it did not arrive and no other was sent. */
async function parcelsOf(
  { tx }: Desk,
  { caseNumber, completedAt, delivery }: CaseRecord,
): Promise<Pick<ServiceCase, 'waybills'> & { failure?: DeliveryFailure }> {
  if (completedAt === undefined || delivery.method === 'electronic') return {}
  const waybills = await waybillsOf(tx, { kind: 'case', key: caseNumber })
  if (waybills.length === 0) return {}
  const failure = delivery.method === 'courier' ? await findDeliveryFailure(tx, caseNumber) : undefined
  return failure !== undefined && failure.waybill === waybills.at(-1)?.number ? { waybills, failure } : { waybills }
}

async function headOf(desk: Desk, found: CaseRecord): Promise<Omit<ServiceCase, Parts>> {
  const { today, near } = await daysOf(desk)
  const { caseNumber, implementationCode, itemName, bodyCode, bodyName, division, state, handling, onlineMode, channel, revisionId } = found
  const { applicantName, submittedAt, since, version, answers, form, delivery, visits } = found
  const { decision, decisionReasons, committedDue, licenceIdentifier } = found
  const { waybills, failure } = await parcelsOf(desk, found)
  return {
    ...{ caseNumber, implementationCode, itemName, bodyCode, bodyName, division, state, handling, onlineMode, channel, revisionId },
    ...{ applicantName, submittedAt, since, version, answers, form, delivery, visits },
    ...(found.nextDue === nothingDue ? {} : { nextDue: found.nextDue }),
    urgency: urgencyOf(found, today, near),
    stages: stagesOf(found),
    next: nextFor(found, found.state === 'completed' && (failure !== undefined || (await originalsOpen(desk, found)).length > 0)),
    lawful: lawfulActs(state),
    ...(failure === undefined ? {} : { deliveryFailure: failure }),
    ...(waybills === undefined ? {} : { waybills }),
    ...(decision === undefined ? {} : { decision }),
    ...(decisionReasons === undefined ? {} : { decisionReasons }),
    ...(committedDue === undefined ? {} : { committedDue }),
    ...(licenceIdentifier === undefined ? {} : { licenceIdentifier }),
  }
}
