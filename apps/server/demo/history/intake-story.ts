import { askedFor, plain, samplePdf } from './give-materials.ts'
import { applicantHand, doAs, look, type Story, type Telling } from './telling.ts'

/** At the counter: refused, corrected, pre-reviewed, accepted, or left lying. */
export async function* takeIn(telling: Telling): Story {
  const { plan, hours } = telling
  const { fate, luck, where } = plan
  if (fate === 'unanswered') return yield* deemAccepted(telling)
  yield (telling.at = where === 'counter' ? hours.soon(telling.at) : hours.after(telling.at, luck.pick([0, 0, 0, 1, 1, 2])))
  if (fate === 'refused') return refuse(telling)
  if (fate === 'withdrawn' && luck.happens(0.4)) return yield* withdraw(telling)
  if (plan.corrected) {
    await requestCorrection(telling)
    if (fate === 'lapsed') return yield* lapse(telling)
    yield (telling.at = hours.atHome(telling.at, luck.between(1, 9)))
    await answerCorrection(telling)
    yield (telling.at = hours.after(telling.at, luck.pick([0, 1, 1])))
  }
  if (where === 'online' && plan.item.onlineMode === 'preview') {
    await doAs(telling, 'counter', 'pre-acceptance', { opinion: '材料齐全，请携带原件到窗口核验。' })
    yield (telling.at = hours.after(telling.at, luck.between(1, 4)))
  }
  await accept(telling)
}

async function refuse(telling: Telling): Promise<void> {
  const { item, luck } = telling.plan
  const ground = luck.pick(item.refusalGrounds)
  await doAs(telling, 'counter', 'refusal', { reason: '经核对，申请事项不符合受理条件。', groundCode: ground.code })
}

const faults = [
  '扫描件不清楚，请重新上传。',
  '缺少签名，请补签后上传。',
  '内容与申请表不一致，请更正。',
  '材料已过有效期，请提供有效的材料。',
]

async function requestCorrection(telling: Telling): Promise<void> {
  const { item, answers, luck } = telling.plan
  const uploaded = (await look(telling)).materials.filter(({ source }) => source === 'upload')
  const named = askedFor(item, answers).filter(({ code }) => uploaded.some((one) => one.code === code))
  const code = named.length > 0 ? luck.pick(named).code : '$form'
  await doAs(telling, 'counter', 'correction-request', { items: [{ code, what: luck.pick(faults) }] })
}

async function answerCorrection(telling: Telling): Promise<void> {
  const hand = applicantHand(telling)
  const found = await hand.get<{ corrections: { items: { code: string; name: string }[] }[]; form: object }>(
    `/my/cases/${telling.caseNumber}`,
  )
  const materials = []
  let form = {}
  for (const { code, name } of found.corrections.at(-1)?.items ?? []) {
    if (code === '$form') form = { form: found.form }
    else materials.push({ code, source: 'upload', fileId: await hand.upload(`${plain(name)}补正.pdf`, samplePdf) })
  }
  await hand.post(`/my/cases/${telling.caseNumber}/correction`, { materials, ...form })
}

/** Nobody answers by the day; the round after it does what the law says. */
async function* lapse(telling: Telling): Story {
  yield (telling.at = night(telling.hours.after(telling.at, 16)))
  await telling.past.house.runJob('cases.lapse')
  await telling.past.settle()
}

async function* deemAccepted(telling: Telling): Story {
  yield (telling.at = night(telling.hours.after(telling.at, 6)))
  await telling.past.house.runJob('cases.deemAccept')
  await telling.past.settle()
}

/** Seven minutes past midnight of that day, when the rounds begin. */
const night = (at: Date) => new Date(Math.floor((at.getTime() + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000 + 7 * 60_000)

export async function* withdraw(telling: Telling): Story {
  const { hours, plan } = telling
  yield (telling.at = hours.atHome(telling.at, plan.luck.between(0, 3)))
  await applicantHand(telling).post(`/my/cases/${telling.caseNumber}/withdrawal`, {
    reason: plan.luck.pick(['暂时不办了。', '信息填错，重新申请。', '计划有变。']),
  })
}

/** With the originals on the counter where the form of handling wants them; what is instant is decided in the same moment. */
async function accept(telling: Telling): Promise<void> {
  const { item, where, luck, fate } = telling.plan
  const materials = (await look(telling)).materials
  const preview = where === 'counter' || item.onlineMode === 'preview'
  const originalsSeen = preview
    ? materials.filter(({ trustLevel, originalCheckedAt }) => trustLevel === 'C' && originalCheckedAt === undefined).map(({ code }) => code)
    : []
  const deferred = materials.filter(({ source }) => source === 'deferred').map(({ code }) => code)
  const seen = { originalsSeen, deferred }
  const owes = item.fees.charged && item.fees.stage !== 'atDelivery'
  if (item.caseKind === 'instant' && !owes && fate !== 'withdrawn') {
    const denied = fate === 'denied'
    const reasons = denied ? '经当场审查，不符合办理条件。' : '经当场审查，材料齐全，符合法定形式，予以办理。'
    return doAs(telling, 'counter', 'immediate-handling', { ...seen, decision: denied ? 'denied' : 'approved', reasons })
  }
  await doAs(telling, 'counter', 'acceptance', { ...seen, opinion: luck.pick(['材料齐全，符合法定形式。', '予以受理。']) })
}
