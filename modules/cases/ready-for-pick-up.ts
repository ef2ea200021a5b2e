import type { Act } from '@yiwang/kernel'
import { legalDateTime } from '@yiwang/standards'
import { named, placeOf, results, type Told } from './announce.ts'
import type { CaseRecord } from './case-record.ts'
import { owedFor } from './fees.ts'
import { can } from './lifecycle.ts'
import { originalsOpen, wayOf } from './send-off.ts'

const identityDocument = { 'zh-CN': '有效身份证件', en: 'your identity document' }

/**
 * What is told when the result lies at the counter (通知申请人来大厅领取结果, 五（一）2（4）①): what it is, where, and what to bring. Nothing while it is still
 * to be paid for, or goes another way.
 */
export async function waitingFor(act: Act, found: CaseRecord): Promise<Told | undefined> {
  if (!can('deliver', found) || found.decision === undefined || (await owedFor(act, found)).length > 0) return undefined
  const originals = (await originalsOpen(act, found)).map(({ name }) => name).join('、')
  if (originals === '' && wayOf(found) !== 'counter') return undefined
  const bring = originals === '' ? identityDocument : { 'zh-CN': `原件：${originals}`, en: `the originals: ${originals}` }
  const time = legalDateTime(new Date(found.completedAt ?? act.now))
  const values = { ...named(found), result: results[found.decision], place: await placeOf(act, found), bring, time }
  return { template: 'caseReadyForPickUp', values }
}
