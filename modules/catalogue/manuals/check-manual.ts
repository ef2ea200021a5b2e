/** Is a review manual whole, and does it keep to the law of the decision? Pure. */
import type { Elements, ExaminationMethod, Finding, ManualContent, ManualRole } from '../contract.ts'

const rolesNeeded: Record<ManualContent['decision']['by'], readonly ManualRole[]> = {
  accepter: ['receiver', 'accepter', 'deliverer'],
  examiner: ['receiver', 'accepter', 'examiner', 'deliverer'],
  decider: ['receiver', 'accepter', 'examiner', 'decider', 'deliverer'],
}

/** After these the examiner gives an opinion and the decider decides (guide 四（二）3（2）决定). Inspection alone may be decided at once. */
const forDecider: readonly ExaminationMethod[] = [
  'siteVisit',
  'tender',
  'expertReview',
  'technicalReview',
  'hearing',
  'interestedParties',
  'collective',
]

type Item = Pick<Elements, 'materials' | 'committedLimit' | 'steps'>

export function checkManual(manual: ManualContent, item: Item): Finding[] {
  return [...checkRoles(manual), ...checkMethods(manual), ...checkPoints(manual, item), ...checkPosts(manual, item)]
}

const error = (element: string, code: string, text: string): Finding => ({ element, code, severity: 'error', text })

function checkRoles({ posts, decision }: ManualContent): Finding[] {
  const filled = new Set(posts.map(({ role }) => role))
  return rolesNeeded[decision.by].filter((role) => !filled.has(role)).map((role) => error('posts', 'roleMissing', `没有${roleWords[role]}`))
}

const roleWords: Record<ManualRole, string> = {
  receiver: '收件人',
  accepter: '受理人',
  examiner: '审查人',
  decider: '决定人',
  deliverer: '送件人',
}

function checkMethods({ examination, decision }: ManualContent): Finding[] {
  const methods = examination.methods.map(({ method }) => method)
  const unfounded = examination.methods.some(({ method, basis }) => method === 'other' && !basis)
  return [
    ...(unfounded ? [error('examination', 'basisMissing', '其他审查方式须填写依据')] : []),
    ...(decision.by !== 'decider' && methods.some((method) => forDecider.includes(method))
      ? [error('decision', 'deciderNeeded', '采用此类审查方式的，由审查人签署意见、决定人作出决定')]
      : []),
    ...(decision.by === 'accepter' && methods.some((method) => method !== 'written')
      ? [error('decision', 'accepterCannot', '由受理人当场决定的，只能书面审查')]
      : []),
  ]
}

function checkPoints({ examination }: ManualContent, { materials }: Item): Finding[] {
  const known = new Set(materials.map(({ code }) => code))
  const pointed = new Set(examination.points.map(({ material }) => material))
  return [
    ...[...pointed].filter((code) => !known.has(code)).map((code) => error('examination', 'materialUnknown', `没有材料“${code}”`)),
    ...materials.filter(({ code }) => !pointed.has(code)).map(({ name }) => error('examination', 'pointsMissing', `“${name}”没有审查要点`)),
  ]
}

function checkPosts({ posts }: ManualContent, { committedLimit, steps }: Item): Finding[] {
  const carried = new Set(posts.map(({ step }) => step))
  const internal = steps.filter(({ kind }) => ['acceptance', 'examination', 'decision'].includes(kind))
  const open = internal.filter(({ kind }) => !carried.has(kind))
  const days = posts.reduce((sum, { limit }) => sum + limit.value, 0)
  const late = committedLimit !== undefined && days > committedLimit.value
  return [
    ...open.map(({ name }) => error('posts', 'stepWithoutPost', `环节“${name}”没有岗位`)),
    ...(late ? [{ ...error('posts', 'longerThanCommitted', '岗位时限之和超过承诺办结时限'), severity: 'warning' as const }] : []),
  ]
}
