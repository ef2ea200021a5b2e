import type { FlowTask, ServiceCase } from '@yiwang/cases/contract'
import { withdraw } from './intake-story.ts'
import { pay } from './pay-story.ts'
import { doAs, look, type Story, type Telling } from './telling.ts'

/** The body's own flow, step by step, with what may come between: fees, special procedures, suspension, extension, abort. */
export async function* handle(telling: Telling): Story {
  const { plan, hours } = telling
  const { fate, luck } = plan
  if ((await look(telling)).state !== 'accepted') return
  yield* pay(telling)
  const pace = paceOf(telling)
  if (fate === 'aborted') return yield* abort(telling)
  if (fate === 'withdrawn') return yield* withdraw(telling)
  yield* interruption(telling)
  const steps = fate === 'forgotten' ? luck.below(2) : mostSteps
  for (let step = 0; step < steps; step += 1) {
    const found = await look(telling)
    const [task] = found.tasks
    if (!task) return yield* decide(telling, found, pace)
    yield (telling.at = hours.after(telling.at, pace))
    await doTask(telling, task)
  }
}

const mostSteps = 12

/** Workdays between two steps, so that the whole stays within its limit, or does not. */
function paceOf({ plan: { item, fate, luck } }: Telling): number {
  const limit = item.committedLimit ?? { value: 5, unit: 'workday' }
  const workdays = limit.unit === 'workday' ? limit.value : Math.floor((limit.value * 5) / 7)
  const share = fate === 'late' ? luck.between(120, 170) / 100 : luck.between(10, 80) / 100
  const pace = (workdays * share) / 4
  return fate === 'late' ? Math.ceil(pace + 0.5) : luck.happens(0.5) ? Math.floor(pace) : Math.round(pace)
}

const opinions = ['材料真实有效，符合规定条件。', '经审查，符合法定条件和标准。', '情况属实。', '经核对无误。']

async function doTask(telling: Telling, { id, roles, outcomes = [] }: FlowTask): Promise<void> {
  const { fate, luck } = telling.plan
  const post = roles.includes('decider') ? 'decider' : 'examiner'
  const wanted = fate === 'denied' ? ['deny', 'disagree', 'failed', 'no'] : ['approve', 'agree', 'passed', 'yes']
  const outcome = wanted.find((one) => outcomes.some(({ value }) => value === one)) ?? outcomes[0]?.value
  if (luck.happens(0.3)) await doAs(telling, post, `tasks/${id}/claim`)
  const opinion = fate === 'denied' ? '经审查，不符合规定条件。' : luck.pick(opinions)
  await doAs(telling, post, `tasks/${id}/completion`, { opinion, ...(outcome === undefined ? {} : { outcome }) })
}

/** What was planned to come between: a special procedure the item allows, a standstill for another reason, more time. */
async function* interruption(telling: Telling): Story {
  const { between } = telling.plan
  if (between === 'special') yield* specialProcedure(telling)
  if (between === 'suspended') yield* standstill(telling)
  if (between === 'extended') yield* extend(telling)
}

async function* specialProcedure(telling: Telling): Story {
  const { plan, hours } = telling
  const { luck } = plan
  const { name, limit } = luck.pick(plan.item.procedures.filter(({ kind }) => kind === 'B'))
  const plannedDays = limit?.value ?? 10
  yield (telling.at = hours.after(telling.at, 1))
  await doAs(telling, 'examiner', 'special-procedures', { kind: 'B', name, reason: `依法需要进行${name}。`, plannedDays })
  yield (telling.at = hours.after(telling.at, Math.max(1, (plannedDays * luck.between(40, 90)) / 100)))
  const open = (await look(telling)).specialProcedures.find(({ endedOn }) => endedOn === undefined)
  if (open) await doAs(telling, 'examiner', `special-procedures/${open.id}/end`, { result: `${name}已完成，结论为符合要求。` })
}

async function* standstill(telling: Telling): Story {
  const { plan, hours } = telling
  yield (telling.at = hours.after(telling.at, 1))
  await doAs(telling, 'examiner', 'suspension', { reason: '等待相关部门核实情况。' })
  yield (telling.at = hours.after(telling.at, plan.luck.between(2, 6)))
  await doAs(telling, 'examiner', 'resumption')
}

async function* extend(telling: Telling): Story {
  const { plan, hours } = telling
  const workdays = Math.min(10, plan.item.extension?.value ?? 10)
  yield (telling.at = hours.after(telling.at, 1))
  await doAs(telling, 'examiner', 'extension-requests', { workdays, reason: '情况复杂，需要进一步核实。' })
  yield (telling.at = hours.soon(telling.at))
  const request = (await look(telling)).requests.find(({ kind }) => kind === 'extension')
  if (request) await doAs(telling, 'decider', 'extension-grants', { requestId: request.id, granted: true, note: '同意延长。' })
}

async function* abort(telling: Telling): Story {
  const { hours } = telling
  yield (telling.at = hours.after(telling.at, 2))
  await doAs(telling, 'examiner', 'abort-requests', { reason: '申请人主体资格依法终止，无法继续办理。' })
  yield (telling.at = hours.after(telling.at, 1))
  const request = (await look(telling)).requests.find(({ kind }) => kind === 'abort')
  if (request) await doAs(telling, 'decider', 'abortion', { requestId: request.id, granted: true, note: '同意中止。' })
}

/** What was promised for later is brought first; then the head decides, or forwards to who does. */
async function* decide(telling: Telling, found: ServiceCase, pace: number): Story {
  const { plan, hours } = telling
  const deferred = found.materials.filter(({ source }) => source === 'deferred')
  if (deferred.length > 0) {
    yield (telling.at = hours.after(telling.at, 1))
    await doAs(telling, 'counter', 'deferred-materials', { materials: deferred.map(({ code }) => ({ code, source: 'paper' })) })
  }
  yield (telling.at = pace < 2 ? hours.soon(telling.at) : hours.after(telling.at, pace / 3))
  const denied = plan.fate === 'denied'
  const decision = denied ? 'denied' : plan.item.handlingModel === 'forward' ? 'forwarded' : 'approved'
  const reasons = {
    denied: '经审查，申请不符合法定条件、标准，决定不予许可。',
    forwarded: '初审符合条件，转报上级机关决定。',
    approved: '符合法定条件、标准，准予许可。',
  }[decision]
  await doAs(telling, 'decider', 'decision', { decision, reasons })
}
