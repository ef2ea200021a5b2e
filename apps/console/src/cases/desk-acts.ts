import { lawfulIn, type CaseAct } from '@yiwang/cases/lifecycle'
import type { ServiceCase } from '@yiwang/cases/contract'
import type { IconName } from '@yiwang/ui/icons'
import { t, tOf } from '../words/index.ts'

/** The acts of the lifecycle, and the one that is three of them at once. */
export type DeskVerb = CaseAct | 'handleAtOnce'

export interface DeskAct {
  act: DeskVerb
  permission: string
  icon: IconName
  /** What is usually done next stands on top; the rest is a list below. */
  main?: boolean
  danger?: boolean
}

/** Everything the desk can do to a case, in the order of its life. */
export const deskActs: readonly DeskAct[] = [
  { act: 'preAccept', permission: 'cases.preReview', icon: 'check', main: true },
  { act: 'accept', permission: 'cases.accept', icon: 'done', main: true },
  { act: 'handleAtOnce', permission: 'cases.handleAtOnce', icon: 'done', main: true },
  { act: 'requestCorrection', permission: 'cases.preReview', icon: 'edit', main: true },
  { act: 'refuse', permission: 'cases.refuse', icon: 'close', main: true, danger: true },
  { act: 'resubmit', permission: 'cases.register', icon: 'upload', main: true },
  { act: 'supplyDeferred', permission: 'cases.register', icon: 'upload', main: true },
  { act: 'completeTask', permission: 'cases.examine', icon: 'check', main: true },
  { act: 'noteExamination', permission: 'cases.examine', icon: 'edit' },
  { act: 'decide', permission: 'cases.decide', icon: 'seal', main: true },
  { act: 'produce', permission: 'cases.produce', icon: 'licence', main: true },
  { act: 'complete', permission: 'cases.complete', icon: 'done', main: true },
  { act: 'deliver', permission: 'cases.deliver', icon: 'truck', main: true },
  { act: 'noteMismatch', permission: 'cases.deliver', icon: 'warning' },
  { act: 'rescind', permission: 'cases.rescind', icon: 'close', main: true, danger: true },
  { act: 'grantExtension', permission: 'cases.grantExtension', icon: 'clock', main: true },
  { act: 'abort', permission: 'cases.abort', icon: 'close', main: true, danger: true },
  { act: 'endSpecial', permission: 'cases.startSpecial', icon: 'done', main: true },
  { act: 'resume', permission: 'cases.suspend', icon: 'arrowRight', main: true },
  { act: 'startSpecial', permission: 'cases.startSpecial', icon: 'organisation' },
  { act: 'suspend', permission: 'cases.suspend', icon: 'pause' },
  { act: 'requestExtension', permission: 'cases.requestExtension', icon: 'clock' },
  { act: 'requestAbort', permission: 'cases.requestAbort', icon: 'close', danger: true },
]

type Subject = Pick<
  ServiceCase,
  | 'state'
  | 'onlineMode'
  | 'channel'
  | 'tasks'
  | 'materials'
  | 'specialProcedures'
  | 'requests'
  | 'handling'
  | 'licenceIdentifier'
  | 'flow'
  | 'steps'
  | 'desk'
  | 'deliveryFailure'
> & { clock?: Pick<ServiceCase['clock'], 'entries'> }

/** Why an act cannot be done now, in words; undefined when it can be tried. The lifecycle's table first, then what the case still lacks. */
export function reasonNot(act: DeskVerb, subject: Subject): string | undefined {
  const states: readonly string[] = lawfulIn[act === 'handleAtOnce' ? 'accept' : act]
  if (!states.includes(subject.state)) {
    return t('reason.state', { now: tOf('state', subject.state), states: states.map((state) => tOf('state', state)).join('、') })
  }
  return lacking[act]?.(subject)
}

const openSpecial = ({ specialProcedures }: Subject, ...kinds: ('A' | 'B')[]) =>
  specialProcedures.some(({ endedOn, kind }) => endedOn === undefined && kinds.includes(kind))
const asked = ({ requests }: Subject, kind: 'extension' | 'abort') => requests.some((request) => request.kind === kind)

const sayOwed = (desk: Subject['desk']) => (desk?.owed?.length ? t('reason.owed', { numbers: desk.owed.join('、') }) : undefined)

/** What a courier has, only he delivers; what he did not deliver goes another way first. */
function sayCourier(desk: Subject['desk'], failure: Subject['deliveryFailure']): string | undefined {
  if (desk?.handOver?.length !== 0) return undefined
  return failure ? t('reason.chooseAgain') : t('reason.courierDelivers')
}

/** Steps there may be, but of somebody else. */
function sayNoTask(tasks: Subject['tasks']): string {
  if (tasks.length === 0) return t('reason.noTask')
  return t('reason.taskOfOthers', { names: tasks.map(({ name }) => name).join('、') })
}

const lacking: Partial<Record<DeskVerb, (subject: Subject) => string | undefined>> = {
  preAccept: ({ onlineMode, channel }) => (onlineMode !== 'preview' || channel === 'counter' ? t('reason.notPreviewed') : undefined),
  handleAtOnce: ({ handling }) => (handling === 'instant' ? undefined : t('reason.notInstant')),
  produce: ({ licenceIdentifier }) => (licenceIdentifier === undefined ? undefined : t('reason.produced')),
  supplyDeferred: ({ materials }) => (materials.some(({ source }) => source === 'deferred') ? undefined : t('reason.nothingDeferred')),
  completeTask: ({ tasks }) => (tasks.some(({ forMe }) => forMe) ? undefined : sayNoTask(tasks)),
  noteExamination: ({ flow }) => (flow === undefined ? undefined : t('reason.examinedByFlow')),
  decide: ({ tasks, materials, flow, handling, steps, desk }) => {
    const noted = steps.some(({ act }) => act === 'noteExamination')
    if (desk?.examined === false || (!flow && handling !== 'instant' && !noted)) return t('reason.notExamined')
    if (tasks.length > 0) return t('reason.openTasks', { names: tasks.map(({ name }) => name).join('、') })
    const deferred = materials.filter(({ source }) => source === 'deferred')
    if (deferred.length > 0) return t('reason.deferred', { names: deferred.map(({ name }) => name).join('、') })
    if (desk?.flowEnded === false) return t('reason.flowRuns')
    if (desk?.examinedAlone) return t('reason.examinedAlone')
    return sayOwed(desk)
  },
  deliver: ({ desk, deliveryFailure }) => sayOwed(desk) ?? sayCourier(desk, deliveryFailure),
  noteMismatch: ({ desk }) => (desk?.originals?.length ? undefined : t('reason.noOriginals')),
  rescind: ({ desk, materials }) =>
    materials.some(({ code, objection }) => objection !== undefined && desk?.originals?.includes(code))
      ? undefined
      : t('reason.noMismatch'),
  grantExtension: (subject) => (asked(subject, 'extension') ? undefined : t('reason.noExtensionRequest')),
  abort: (subject) => (asked(subject, 'abort') ? undefined : t('reason.noAbortRequest')),
  requestExtension: (subject) => {
    if (subject.clock?.entries.some(({ kind }) => kind === 'extend')) return t('reason.extendedOnce')
    return asked(subject, 'extension') ? t('reason.requestOpen') : undefined
  },
  requestAbort: (subject) => (asked(subject, 'abort') ? t('reason.requestOpen') : undefined),
  startSpecial: (subject) => (openSpecial(subject, 'B') ? t('reason.specialOpen') : undefined),
  endSpecial: (subject) => (openSpecial(subject, 'B') ? undefined : t('reason.noSpecial')),
  resume: (subject) => (openSpecial(subject, 'B') ? t('reason.specialOpen') : undefined),
}

/** What somebody with these permissions sees: what can be done, and what cannot with its reason. */
export function actsFor(subject: Subject, may: (permission: string) => boolean) {
  const mine = deskActs.filter(({ permission }) => may(permission)).map((one) => ({ ...one, reason: reasonNot(one.act, subject) }))
  return {
    main: mine.filter(({ main, reason }) => main && reason === undefined),
    other: mine.filter(({ main, reason }) => !main && reason === undefined),
    notNow: mine.filter(({ reason }) => reason !== undefined),
  }
}
