import type { ServiceCase } from '@yiwang/cases/contract'
import { pay } from './pay-story.ts'
import { applicantHand, doAs, look, type Story, type Telling } from './telling.ts'

/** From the decision to the hand: produced, completed, paid for, delivered in the way that was chosen. */
export async function* handOver(telling: Telling): Story {
  const { plan, hours } = telling
  const { luck } = plan
  if ((await look(telling)).state === 'decided') {
    yield (telling.at = hours.after(telling.at, luck.pick([0, 0, 1])))
    await complete(telling)
  }
  yield* pay(telling)
  const found = await look(telling)
  if (found.state === 'completed') yield* deliver(telling, found)
}

/** A licence is made first where one was granted. */
async function complete(telling: Telling): Promise<void> {
  const found = await look(telling)
  if (found.state !== 'decided') return
  const licence = found.decision === 'approved' && telling.plan.item.result.licenceType !== undefined
  if (licence && found.licenceIdentifier === undefined) {
    await doAs(telling, 'maker', 'production')
    telling.past.clock.advance(telling.plan.luck.between(10, 90) * 60_000)
    telling.at = telling.past.clock.now()
  }
  await doAs(telling, licence ? 'maker' : 'counter', 'completion')
}

async function* deliver(telling: Telling, found: ServiceCase): Story {
  const { plan, hours } = telling
  const { luck, applicant, item } = plan
  const originals = found.materials.filter(({ trustLevel, originalCheckedAt }) => trustLevel === 'C' && originalCheckedAt === undefined)
  const open = item.onlineMode === 'full' || found.decision !== 'approved' ? [] : originals.map(({ code }) => code)
  const travels = found.delivery.method === 'courier' && found.decision === 'approved'
  if (travels && open.length === 0) return yield* byCourier(telling)
  if (luck.happens(0.02)) return // nobody comes for it
  yield (telling.at = hours.after(telling.at, luck.between(1, 7)))
  await doAs(telling, 'counter', 'delivery', { method: 'counter', signedBy: applicant.name.slice(0, 60), originalsSeen: open })
}

/** The courier tells of every step by himself; the last one delivers. */
async function* byCourier(telling: Telling): Story {
  for (let step = 0; step < 6; step += 1) {
    yield (telling.at = new Date(telling.at.getTime() + 4 * 3_600_000))
    await telling.past.carryOn()
    telling.at = telling.past.clock.now()
    if ((await look(telling)).state !== 'completed') return
  }
}

const praise = ['办得很快，谢谢。', '一次都没跑，很方便。', '工作人员耐心细致。', '流程清楚，进度看得见。']
const blame = ['等的时间太长了。', '材料要求说得不清楚，来回跑了两趟。', '打电话问进度没人接。']

/** Who applied online says how it was, or does not; a bad rating is followed up. */
export async function* rate(telling: Telling): Story {
  const { plan, hours, account } = telling
  const { luck, fate } = plan
  if (!account || !luck.happens(0.6) || !['completed', 'delivered'].includes((await look(telling)).state)) return
  yield (telling.at = hours.atHome(telling.at, luck.between(0, 4)))
  const score = scoreOf(fate === 'late' || fate === 'denied', luck.below(100))
  const comment = score <= 2 ? luck.pick(blame) : luck.happens(0.3) && score > 3 ? luck.pick(praise) : undefined
  const tags =
    score >= 4
      ? [luck.pick(['onTime', 'fewVisits', 'easyOnline', 'friendlyStaff'])]
      : score <= 2
        ? [luck.pick(['overdue', 'unclearGuide', 'tooManyVisits'])]
        : []
  await applicantHand(telling).post(`/my/cases/${telling.caseNumber}/rating`, {
    score,
    tags,
    ...(comment === undefined ? {} : { comment }),
  })
  if (score <= 2) yield* followUp(telling)
}

function scoreOf(vexed: boolean, throwOf: number): number {
  const bounds = vexed ? [10, 28, 55, 80] : [1, 4, 12, 38]
  return 1 + bounds.filter((bound) => throwOf >= bound).length
}

async function* followUp({ past, staff, plan, hours, caseNumber, ...rest }: Telling): Story {
  if (plan.luck.happens(0.25)) return
  const manager = past.as(await staff.of('manager'))
  const assignedAt = hours.after(rest.at, plan.luck.between(1, 2))
  yield assignedAt
  await manager.post(`/bad-ratings/${caseNumber}/assignment`, { category: 'time', bodyCode: plan.item.bodyCode })
  yield hours.after(assignedAt, plan.luck.between(1, 3))
  await manager.post(`/bad-ratings/${caseNumber}/answer`, {
    verdict: plan.luck.happens(0.7) ? 'justified' : 'unjustified',
    answer: '已与申请人联系，说明了情况并改进了工作。',
    calledBack: true,
  })
}
