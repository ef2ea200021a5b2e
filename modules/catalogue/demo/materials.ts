/** Materials of a guide with all the attributes the guide line asks for. */
import type { LegalBasis, Material, Question, Situation } from '../contract.ts'
import type { SourceGuide, SourceMaterial } from './guide-source.ts'
import { licencesFor } from './licence-types.ts'

const sources: Record<string, Material['source']> = { '10': 'applicant', '20': 'government', '99': 'other' }
const media: Record<string, Material['medium']> = { '1': 'paper', '2': 'electronic', '3': 'either' }
const needs: Record<string, Material['need']> = { '1': 'required', '2': 'optional', '3': 'deferrable' }

const issuers: readonly [RegExp, string][] = [
  [/身份证|户口簿|居住证|护照|驾驶证/, '公安机关'],
  [/营业执照|登记文件/, '市场监督管理部门'],
  [/结婚证|婚姻/, '民政部门'],
  [/出生医学证明|健康证明/, '卫生健康部门'],
  [/不动产|房屋权属|规划|用地/, '自然资源部门'],
  [/社会保障|参保|缴费/, '社会保险经办机构'],
]

/** A note that names a situation: “情形：代办”. */
export const situationNote = ({ note }: SourceMaterial): string | undefined => /^情形：(.+)$/.exec(note ?? '')?.[1]

/** What whoever gathered the guides noted for himself; no word to applicants. */
const ofResearch = /未在条文|惯例|通行做法|各地规定|地方要求|unverified/

const isForm = (name: string) => /申请书|申请表|登记表|告知单|申报表|申领表|审批表/.test(name)
const isCertificate = (name: string) => /证|照|簿|证明/.test(name)

export function materialOf(source: SourceMaterial, basis: readonly LegalBasis[], situationKeys: ReadonlyMap<string, string>): Material {
  const { name } = source
  const from = sources[source.source] ?? 'other'
  const said = situationNote(source)
  const situation = said === undefined ? undefined : situationKeys.get(said)
  const file = { name: `${name}（样本）`.slice(0, 200), mediaType: 'text/plain' as const, text: sampleText(name) }
  return {
    code: `m${source.seq}`,
    name,
    kind: isForm(name) ? 'form' : isCertificate(name) ? 'certificate' : 'other',
    form: source.originals > 0 && source.copies > 0 ? 'either' : source.copies > 0 ? 'copy' : 'original',
    medium: media[source.medium] ?? 'either',
    // what a situation asks for is needed in it
    need: situation === undefined ? (needs[source.need] ?? 'required') : 'required',
    source: from,
    ...(from === 'government' ? { issuer: issuers.find(([pattern]) => pattern.test(name))?.[1] ?? '核发该证明的政府部门' } : {}),
    originals: source.originals,
    copies: source.copies,
    paperSize: 'A4',
    fillingNotes:
      said === undefined && source.note && !ofResearch.test(source.note)
        ? source.note
        : isForm(name)
          ? '如实填写，由申请人签名。'
          : '提交清楚、完整的原件或扫描件。',
    acceptanceStandard: '内容清楚，在有效期内，与申请信息一致。',
    electronic: source.medium !== '1',
    basis: basis.slice(0, 1),
    sample: file,
    ...(isForm(name) ? { blankForm: { ...file, name: `${name}（空白）`.slice(0, 200), text: blankText(name) } } : {}),
    licenceTypes: from === 'government' ? licencesFor(name) : [],
    ...registerFor(name),
    situations: situation === undefined ? [] : [situation],
  }
}

/** What the register said when the account was checked stands for it; a paper about somebody else (代理人, 子女, 配偶 …) does not. */
function registerFor(name: string): Pick<Material, 'register'> {
  if (/代|法定|委托|子女|父|母|监护|配偶|双方|经办|原|家庭|户口簿/.test(name)) return {}
  if (/身份证/.test(name) && !isForm(name)) return { register: 'person' }
  return /营业执照/.test(name) ? { register: 'organisation' } : {}
}

const sampleText = (name: string) => `${name}\n\n姓名：张某某\n证件号码：（已隐去）\n日期：某年某月某日\n\n样本，仅供填写时参考。`
const blankText = (name: string) => `${name}\n\n姓名：\n证件号码：\n联系电话：\n申请事项：\n\n申请人签名：        日期：`

/** The situations that the notes of a guide name, and the question that decides on them. */
export function situationsOf(guide: SourceGuide): { questions: Question[]; situations: Situation[]; keys: Map<string, string> } {
  const named = [...new Set(guide.materials.flatMap((material) => situationNote(material) ?? []))]
  const keys = new Map(named.map((name, place) => [name, `s${place + 1}`]))
  if (named.length === 0) return { questions: [], situations: [], keys }
  const options = [...named.map((label) => ({ value: keys.get(label) ?? '', label })), { value: 'none', label: '以上都不是' }]
  const question: Question = { key: 'situation', text: '您属于下列哪些情形？', many: true, required: true, options }
  const situations = named.map((name) => {
    const key = keys.get(name) ?? ''
    return { key, name, when: [{ question: question.key, in: [key] }] }
  })
  return { questions: [question], situations, keys }
}
