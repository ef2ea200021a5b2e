import type { Answers } from '@yiwang/catalogue/contract'
import type { Chance } from '@yiwang/sandbox'
import { inventedPerson } from '@yiwang/standards/testing'
import type { Applicant } from './applicants.ts'
import type { FormField, FormSchema } from './items.ts'

/** What an applicant writes where nothing tells him what; invented, and looking so. */
const written: Readonly<Record<string, readonly string[]>> = {
  shopName: ['样例小馆', '演示便利店', '示范茶馆', '试用理发店', '模拟食品店', '范例宾馆', '假想书吧', '设例面馆'],
  companyName: ['杭州样例科技有限公司', '杭州演示贸易有限公司', '杭州示范物流有限公司', '杭州模拟文化传媒有限公司'],
  scope: ['预包装食品销售', '热食类食品制售', '日用百货零售', '软件开发；技术咨询', '理发服务'],
  reason: ['按规定申请办理', '符合办理条件，申请办理', '首次申请', '因工作需要申请办理'],
  employer: ['杭州样例科技有限公司'],
  school: ['杭州演示学校'],
  surnamePinyin: ['YANG', 'LI', 'WANG', 'ZHANG'],
  givenPinyin: ['SHI', 'CESHI', 'YANLI'],
  urgentContact: ['张样例', '李测试'],
  partnerName: ['赵示范', '周模拟', '吴范例'],
  contractNumber: ['HT-SL-0001', 'HT-SL-0002', 'HT-SL-0003'],
  purpose: ['生产用水', '农业灌溉'],
  place: ['上城区样例路12号', '上城区演示街88号3幢202室', '西湖区示范大道6号'],
  unitNumber: ['330102001001GB00001F00010001', '330102001001GB00002F00020008'],
  other: ['钱样本', '孙示例'],
  qualificationNumber: ['A20243301020001', 'A20243301020002'],
  firm: ['浙江样例律师事务所'],
  wanted: ['样例路道路改造工程的立项批复', '本区养老服务设施的规划文件', '演示街道旧改项目的评估结果'],
}
const addresses = [
  '浙江省杭州市上城区样例路1号',
  '浙江省杭州市上城区演示街26号',
  '浙江省杭州市西湖区示范大道9号',
  '浙江省杭州市上城区测试巷3号',
]

export interface Filling {
  applicant: Applicant
  answers: Answers
  luck: Chance
  /** The day on which it is filled in. */
  today: string
  /** So that nothing has to be paid that cannot be paid at the counter. */
  cheap: boolean
}

/** The form filled in as the applicant would; what is known already stays. */
export function fillForm({ properties, required }: FormSchema, known: Readonly<Record<string, unknown>>, filling: Filling) {
  const form: Record<string, unknown> = { ...known }
  for (const [name, field] of Object.entries(properties)) {
    if (form[name] !== undefined || !(required.includes(name) || holds(field, form))) continue
    form[name] = valueOf(name, field, filling)
  }
  return form
}

function holds(field: FormField, form: Readonly<Record<string, unknown>>): boolean {
  const when = field['x-when'] as { field: string; is: readonly unknown[] } | undefined
  return when !== undefined && when.is.includes(form[when.field])
}

function valueOf(name: string, field: FormField, filling: Filling): unknown {
  const { luck, answers, applicant } = filling
  if ('const' in field) return field['const']
  const choices = field['oneOf'] as { const: string }[] | undefined
  if (choices) {
    const [answered] = [answers[name] ?? []].flat()
    return choices.find((choice) => choice.const === answered)?.const ?? luck.pick(choices).const
  }
  const source = field['x-source']
  if (typeof source === 'string') return fromSource(source, applicant)
  return ofFormat(name, field, filling) ?? ofType(name, field, filling)
}

function fromSource(source: string, { name, number, phone, address, representative, representativeNumber }: Applicant): string {
  const part = source.split('.').at(-1)
  if (part === 'idNumber') return representativeNumber ?? number
  if (part === 'uscc' || part === 'number') return number
  if (part === 'mobile') return phone
  if (part === 'address') return address
  return part === 'legalRepresentative' ? (representative ?? name) : name
}

function ofFormat(name: string, { format }: FormField, { luck, today, applicant }: Filling): unknown {
  switch (format) {
    case 'person-id':
      return inventedPerson({
        birth: `19${luck.between(80, 99)}-0${luck.between(1, 9)}-1${luck.below(10)}`,
        sex: 'female',
        nth: luck.below(9),
      })
    case 'date':
      return `${Number(today.slice(0, 4)) - luck.between(0, name === 'from' ? 0 : 2)}${today.slice(4, 8)}01`
    case 'money':
      return luck.between(10, 800) * 100_000
    case 'division':
      return luck.pick(['310101', '110101', '320102'])
    case 'bank-card':
      return applicant.bankCard
    case 'phone':
    case 'mobile':
      return applicant.phone
    default:
      return undefined
  }
}

function ofType(name: string, { type, minimum = 0 }: FormField, { luck, applicant, cheap }: Filling): unknown {
  if (type === 'boolean') return luck.happens(0.3)
  if (type === 'array') return [{ name: applicant.representative ?? applicant.name, share: 100 }]
  if (name === 'documents') return luck.between(1, cheap ? 10 : 14)
  if (type === 'integer' || type === 'number') return Math.max(Number(minimum), luck.between(2, 90))
  if (/address/i.test(name) || name === 'residence') return luck.pick(addresses)
  return luck.pick(written[name] ?? ['样例内容'])
}
