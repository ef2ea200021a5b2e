import { onceAnAct, type Act } from '@yiwang/kernel'
import { issuePaper, type IssuedPaper, type PaperKind, type PaperWish } from '@yiwang/documents'
import { getBody } from '@yiwang/organisation'
import { findItemType, type Limit } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import type { CaseMaterial, Decision } from './contract.ts'
import type { Handler } from './handler.ts'
import type { CaseItem } from './item.ts'
import type { NewMaterial } from './material-store.ts'

type HeadOfCase = 'caseNumber' | 'applicant' | 'item'

/** The body whose word and name stand on the papers; may be asked early, beside what else is written. */
export function bodyOf(act: Act, { bodyCode }: Pick<CaseRecord, 'bodyCode'>): ReturnType<typeof getBody> {
  return onceAnAct(act, `organisation.body.${bodyCode}`, () => getBody(act.tx, bodyCode))
}

/** Issues a paper about a case (办件文书): the head is the case's own; number and QR code come from the documents; `pending` until originals were seen. */
export async function issueCasePaper<K extends PaperKind>(
  act: Act,
  found: CaseRecord,
  kind: K,
  data: Omit<PaperWish<K>['data'], HeadOfCase>,
  sealed: boolean,
  pending = false,
): Promise<IssuedPaper> {
  const { code, name, shortName } = await bodyOf(act, found)
  return issuePaper<K>(act, {
    kind,
    body: { code, name, word: shortName ?? name },
    subject: { kind: 'case', key: found.caseNumber },
    ...(found.accountId === undefined ? {} : { owner: found.accountId }),
    data: {
      ...data,
      caseNumber: found.caseNumber,
      applicant: found.applicantName,
      item: found.itemName,
    } as unknown as PaperWish<K>['data'],
    sealed,
    pending,
  })
}

export function sayLimit(limit: Limit | undefined): string {
  if (!limit) return '无承诺时限'
  if (limit.value === 0) return '即时办结'
  return `${limit.value}个${limit.unit === 'workday' ? '工作日' : '自然日'}`
}

const sourceWords: Record<CaseMaterial['source'], string> = {
  licence: '电子证照',
  upload: '电子文件',
  paper: '纸质',
  register: '数据共享',
  deferred: '容缺后补',
}

/** The materials as lines of a paper; a paper always has one. */
export function materialLines(materials: readonly Pick<NewMaterial, 'name' | 'source'>[]): { name: string; form: string }[] {
  if (materials.length === 0) return [{ name: '申请表', form: '电子文件' }]
  return materials.map(({ name, source }) => ({ name, form: sourceWords[source] }))
}

const deliveryWords = { electronic: '电子送达', courier: '物流递送', counter: '大厅自领' } as const
export function sayDelivery({ delivery }: CaseRecord): string {
  return deliveryWords[delivery.method]
}

const channelWords: Record<CaseRecord['channel'], string> = {
  portal: '政务服务门户',
  phone: '移动终端',
  kiosk: '自助终端',
  counter: '实体大厅窗口',
  api: '业务系统',
  hotline: '热线',
}

/** 收件凭证: what was handed in, when, by which way. */
export async function issueReceipt(act: Act, found: CaseRecord, materials: readonly NewMaterial[], by: Handler | undefined): Promise<void> {
  const replyBy = found.acceptBy
  await issueCasePaper(
    act,
    found,
    'receipt',
    {
      receivedAt: act.now.toISOString(),
      receivedBy: by?.name ?? found.bodyName,
      channel: channelWords[found.channel],
      materials: materialLines(materials),
      ...(replyBy === undefined ? {} : { replyBy }),
    },
    false,
  )
}

/** The item's own legal basis (设定依据) in one line. */
export function sayBasis({ legalBasis }: Pick<CaseItem, 'legalBasis'>): string {
  const basis = legalBasis.map(({ title, clause }) => title + (clause ?? ''))
  return basis.length > 0 ? basis.join('、').slice(0, 4000) : '《中华人民共和国行政许可法》第三十二条'
}

const licensing = '《中华人民共和国行政许可法》'

/** Of what is no licence the item's own law alone; of a licence the licensing law's article first. */
function basisOf(item: Pick<CaseItem, 'itemType' | 'legalBasis'>, article: string): string {
  if (item.itemType !== 'XK') return sayBasis(item)
  return item.legalBasis.length > 0 ? `${licensing}${article}、${sayBasis(item)}` : `${licensing}${article}`
}

/** Of a notice whose item is not read: by the item's type, with which its code begins. What is no licence cites none of the licensing law. */
export function noticeBasis({ implementationCode }: Pick<CaseRecord, 'implementationCode'>, article: string): { legalBasis?: string } {
  return implementationCode.startsWith('XK') ? { legalBasis: `${licensing}${article}` } : {}
}

/** 不予受理: it needs no licence, or it is not this body's to give (行政许可法 32, 一、二项). */
export const refusalBasis = (item: Pick<CaseItem, 'itemType' | 'legalBasis'>): string => basisOf(item, '第三十二条')

/** 延期 (行政许可法 42). */
export const extensionBasis = (item: Pick<CaseItem, 'itemType' | 'legalBasis'>): string => basisOf(item, '第四十二条')

/** 准予 and 不予 (行政许可法 38); what is forwarded is looked at first by the lower body (35). */
export function decisionBasis(item: Pick<CaseItem, 'itemType' | 'legalBasis'>, decision: Decision): string {
  return basisOf(item, { approved: '第三十八条第一款', denied: '第三十八条第二款', forwarded: '第三十五条' }[decision])
}

type Titled = { title?: string; act?: string }

/** A decision on what is no licence (确认, 给付 …) is called what it is: 准予行政给付决定书. */
export function decisionWords({ itemType }: Pick<CaseItem, 'itemType'>, verb: '准予' | '不予'): Titled {
  const name = namedType(itemType)
  return name === undefined ? {} : { title: `${verb}${name}决定书`, act: `${verb}${name}` }
}

/** 撤销: by the licensing law where it is a licence, by the item's own law otherwise. */
export function rescissionWords(item: Pick<CaseItem, 'itemType' | 'legalBasis'>): Titled & { legalBasis: string } {
  const name = namedType(item.itemType)
  if (name === undefined) return { legalBasis: `${licensing}第六十九条` }
  return { title: `撤销${name}决定书`, act: '撤销上述准予决定', legalBasis: sayBasis(item) }
}

/** Undefined for 行政许可, which the papers are named for. */
function namedType(itemType: string): string | undefined {
  return itemType === 'XK' ? undefined : (findItemType(itemType)?.name ?? '申请事项').slice(0, 12)
}
