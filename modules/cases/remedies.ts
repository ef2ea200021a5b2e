import { onceAnAct, type Act } from '@yiwang/kernel'
import { divisionPath } from '@yiwang/organisation'
import type { CaseRecord } from './case-record.ts'

/** 海关、金融、外汇管理、税务、国家安全 are reviewed by the body above them (行政复议法 27). */
const vertical = /海关|外汇|税务|国家安全|金融监督/

interface Remedies {
  reviewBody: string
  reviewWithin: string
  court: string
  suitWithin: string
}

/**
 * Where and until when an act of the body can be fought: its own level's government (行政复议法 24) within sixty days (20), a competent court within six
 * months (行政诉讼法 46).
 */
export async function remediesOf(act: Act, { bodyName, division }: Pick<CaseRecord, 'bodyName' | 'division'>): Promise<Remedies> {
  const path = await onceAnAct(act, `organisation.path.${division}`, () => divisionPath(act.tx, division))
  return { reviewBody: reviewBodyOf(bodyName, path), reviewWithin: '六十日', court: '本机关所在地有管辖权的人民法院', suitWithin: '六个月' }
}

type Place = { name: string; level: string }

/** The government of the body's own place; of a government, that of the place above. A district is named with its city. */
export function reviewBodyOf(bodyName: string, path: readonly Place[]): string {
  if (vertical.test(bodyName)) return '上一级主管部门'
  const whole = path.filter(({ name, level }) => ['province', 'city', 'county'].includes(level) && name !== '市辖区' && name !== '县')
  const itself = bodyName.endsWith('人民政府') && whole.at(-1)?.name === path.at(-1)?.name
  const places = itself ? whole.slice(0, -1) : whole
  const [last, above] = [places.at(-1), places.at(-2)]
  if (!last) return '上一级行政机关'
  return `${last.name.endsWith('区') && last.level === 'county' && above ? above.name : ''}${last.name}人民政府`
}
