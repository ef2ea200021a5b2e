import { legalDateTime } from '@yiwang/standards'
import type { Act, Events, Reactions } from '@yiwang/kernel'
import type { Value } from '@yiwang/messages'
import { announce, named, placeOf, results, type Told } from './announce.ts'
import type { CaseRecord } from './case-record.ts'
import { findCase } from './case-store.ts'
import { waitingFor } from './ready-for-pick-up.ts'
import { originalsOpen, wayOf } from './send-off.ts'

type Tales = { [N in keyof Events]?: (found: CaseRecord, body: Events[N], act: Act) => Told | Promise<Told | undefined> }

const dueOn = ({ committedDue, statutoryDue }: CaseRecord) =>
  committedDue ?? statutoryDue ?? { 'zh-CN': '承诺时限', en: 'the promised limit' }
const at = (act: Act) => legalDateTime(act.now)

const none = { 'zh-CN': '无', en: 'none' }
const failures = {
  refused: { 'zh-CN': '快递未揽收', en: 'the courier did not take it' },
  returned: { 'zh-CN': '退回', en: 'returned' },
  lost: { 'zh-CN': '遗失', en: 'lost' },
  cancelled: { 'zh-CN': '取消', en: 'cancelled' },
}
/** How the result comes; where originals are still to be seen it waits at the hall, whichever way was wished for (原件核验). */
async function collectionOf(act: Act, found: CaseRecord): Promise<Value> {
  const names = (await originalsOpen(act, found)).map(({ name }) => name).join('、')
  const way = wayOf(found)
  if (names === '' && way === 'electronic') return { 'zh-CN': '在用户空间下载', en: 'download in your personal space' }
  if (names === '' && way === 'courier') return { 'zh-CN': '物流递送', en: 'by courier' }
  const place = await placeOf(act, found)
  if (names === '') return { 'zh-CN': `到${place}领取`, en: `at ${place}` }
  return { 'zh-CN': `到${place}领取，请携带原件：${names}`, en: `at ${place}; please bring the originals: ${names}` }
}

const tales: Tales = {
  'case.submitted': (found) => ({
    template: 'caseSubmitted',
    values: { ...named(found), time: legalDateTime(new Date(found.submittedAt)) },
  }),
  'case.correctionRequested': (found, { missing, dueOn: until }, act) => ({
    template: 'caseCorrectionRequested',
    values: { ...named(found), missing, until, time: at(act) },
  }),
  'case.preAccepted': async (found, { originals }, act) => ({
    template: 'casePreAccepted',
    values: { ...named(found), originals: originals.length > 0 ? originals : none, place: await placeOf(act, found), time: at(act) },
  }),
  'case.accepted': (found, _body, act) => ({ template: 'caseAccepted', values: { ...named(found), dueOn: dueOn(found), time: at(act) } }),
  'case.refused': (found, { reason }) => ({ template: 'caseRefused', values: { ...named(found), reason } }),
  'case.stepDone': (found, { step }, act) => ({
    template: 'caseStepDone',
    values: { ...named(found), step, time: at(act) },
    quietly: true,
  }),
  'case.suspended': (found, { reason }, act) => ({ template: 'caseSuspended', values: { ...named(found), reason, time: at(act) } }),
  'case.resumed': (found) => ({ template: 'caseResumed', values: { ...named(found), dueOn: dueOn(found) } }),
  'case.specialStarted': (found, { name, plannedDays }) => ({
    template: 'caseSpecialStarted',
    values: { ...named(found), procedure: name, days: plannedDays ?? { 'zh-CN': '若干', en: 'some' } },
  }),
  'case.specialEnded': (found, { name }) => ({
    template: 'caseSpecialEnded',
    values: { ...named(found), procedure: name, dueOn: dueOn(found) },
  }),
  'case.extended': (found, { reason }) => ({ template: 'caseExtended', values: { ...named(found), reason, dueOn: dueOn(found) } }),
  'case.decided': (found, { decision }) => ({ template: 'caseDecided', values: { ...named(found), result: results[decision] } }),
  'case.completed': async (found, { decision }, act) =>
    (await waitingFor(act, found)) ?? {
      template: 'caseCompleted',
      values: { ...named(found), result: results[decision], collection: await collectionOf(act, found), time: at(act) },
    },
  'case.deliveryFailed': async (found, { why }, act) => ({
    template: 'caseDeliveryFailed',
    values: { ...named(found), why: failures[why], place: await placeOf(act, found) },
  }),
  'case.originalsMismatched': async (found, { names }, act) => ({
    template: 'caseOriginalsMismatched',
    values: { ...named(found), names, place: await placeOf(act, found) },
  }),
  'case.rescinded': (found, { reason }) => ({ template: 'caseRescinded', values: { ...named(found), reason } }),
  'case.deliveryChosen': (found, _body, act) => waitingFor(act, found),
  'case.delivered': (found, _body, act) => ({ template: 'caseDelivered', values: { ...named(found), time: at(act) } }),
  'case.lapsed': (found, _body, act) => ({ template: 'caseLapsed', values: { ...named(found), time: at(act) } }),
  'case.withdrawn': (found, _body, act) => ({ template: 'caseWithdrawn', values: { ...named(found), time: at(act) } }),
  'case.aborted': (found, { reason }) => ({ template: 'caseAborted', values: { ...named(found), reason } }),
}

/** One reaction: reads the case as it now is, and tells its applicant what the event was about (办事过程指引, 五（一）2（4）①). */
function telling<N extends keyof Events>(name: N): (act: Act, body: Events[N]) => Promise<void> {
  return async (act, body) => {
    const { caseNumber } = body as { caseNumber: string }
    const [found, tale] = [await findCase(act.tx, caseNumber), tales[name]]
    if (found && tale) await announce(act, found, await tale(found, body, act))
  }
}

export const announcements: Reactions = Object.fromEntries((Object.keys(tales) as (keyof Events)[]).map((name) => [name, telling(name)]))
