import { legalDay } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import type { CaseState, PublicProgress, ServiceCase } from './contract.ts'

type Stage = PublicProgress['stages'][number]
type Dated = Pick<CaseRecord, 'state' | 'since' | 'submittedAt' | 'acceptedAt' | 'decidedAt' | 'completedAt' | 'deliveredAt'>

const endNames: Partial<Record<CaseState, string>> = {
  refused: '不予受理',
  withdrawn: '已撤回',
  lapsed: '补正逾期',
  aborted: '已中止',
  rescinded: '已撤销',
}
const pauseNames: Partial<Record<CaseState, string>> = { correcting: '补正', preAccepted: '现场核验', suspended: '暂停计时' }

/** The way of a case in stages (办理进程), for the line on the screen: what is done and when, where it stands, what is to come. */
export function stagesOf(found: Dated): Stage[] {
  const way: { name: string; at: string | undefined }[] = [
    { name: '申请', at: found.submittedAt },
    { name: '受理', at: found.acceptedAt },
    { name: '决定', at: found.decidedAt },
    { name: '办结', at: found.completedAt },
    { name: '送达', at: found.deliveredAt },
  ]
  const done = way.filter(({ at }) => at !== undefined).map(({ name, at }) => stage(name, at, 'done'))
  const end = endNames[found.state]
  if (end !== undefined) return [...done, stage(end, found.since, 'done')]
  if (found.state === 'archived') return [...done, stage('归档', found.since, 'done')]
  const pause = pauseNames[found.state]
  const open = way.slice(done.length).map(({ name }) => stage(name, undefined, 'open'))
  if (pause !== undefined) return [...done, stage(pause, found.since, 'current'), ...open]
  return [...done, ...open.map((one, place) => (place === 0 ? { ...one, state: 'current' as const } : one))]
}

function stage(name: string, at: string | undefined, state: Stage['state']): Stage {
  return { name, state, ...(at === undefined ? {} : { on: legalDay(new Date(at)) }) }
}

/**
 * What the applicant has to do next (下一步, 五（一）2（4）①办事过程指引), by state and form of handling; `fetched`: whichever way was wished for, it
 * waits at the counter, since originals are still to be seen or the courier brought it back.
 */
export function nextFor({ state, delivery }: Pick<CaseRecord, 'state' | 'delivery'>, fetched = false): ServiceCase['next'] {
  switch (state) {
    case 'submitted':
      return 'waitForAnswer'
    case 'correcting':
      return 'correct'
    case 'preAccepted':
      return 'bringOriginals'
    case 'accepted':
      return 'waitForDecision'
    case 'suspended':
      return 'waitWhileStanding'
    case 'decided':
      return 'waitForResult'
    case 'completed':
      return fetched || delivery.method === 'counter' ? 'fetchResult' : 'awaitDelivery'
    case 'refused':
    case 'lapsed':
    case 'withdrawn':
    case 'aborted':
    case 'rescinded':
      return 'applyAgain'
    case 'delivered':
    case 'archived':
      return 'nothing'
  }
}
