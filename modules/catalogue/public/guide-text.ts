/** The guide as plain text to take away: all 22 elements, and sample and blank form of each material (一键下载). Pure. */
import { formatYuan } from '@yiwang/standards'
import type { Attachment, FeeStandard, Implementation, Material, TimeLimit } from '../contract.ts'
import {
  audienceWords,
  deliveryWords,
  handlingWords,
  materialFormWords,
  materialKindWords,
  mediumWords,
  needWords,
  rangeWords,
  sourceWords,
  typeWords,
} from './guide-words.ts'

export function limitWords(limit: TimeLimit | undefined): string {
  if (!limit) return '未规定'
  if (limit.value === 0) return '当场办结'
  return `${limit.value} 个${limit.unit === 'workday' ? '工作日' : '自然日'}${limit.basis ? `（${limit.basis}）` : ''}`
}

const yesNo = (yes: boolean) => (yes ? '是' : '否')
const basisWords = ({ title, clause = '' }: { title: string; clause?: string }) => `《${title.replaceAll(/[《》]/g, '')}》${clause}`

/** The 22 elements of a guide (guide 四（二）2（1）), in its order. */
export function guideElements(item: Implementation): [name: string, value: string][] {
  const { fees, result } = item
  return [
    ['事项名称', item.name],
    ['事项类型', typeWords(item.itemType)],
    ['设定依据', item.legalBasis.map(basisWords).join('；')],
    ['实施机构', item.bodyName],
    ['法定办结时限', limitWords(item.statutoryLimit)],
    ['承诺办结时限', limitWords(item.committedLimit)],
    ['结果名称', result.name],
    ['结果样本', attachmentWords(result.sample)],
    ['收费标准', fees.charged ? fees.standards.map(standardWords).join('；') : '本事项不收费'],
    ['收费依据', fees.charged ? fees.basis.map(({ title, number }) => title + (number ? `（${number}）` : '')).join('；') : '无'],
    ['申请材料', item.materials.map(({ name }, place) => `${place + 1}. ${name}`).join('；')],
    ['办理流程', item.steps.map((step) => step.name + (step.limit ? `（${limitWords(step.limit)}）` : '')).join(' → ')],
    ['办理形式', handlingWords(item)],
    ['审查标准', item.reviewStandard],
    ['通办范围', rangeWords[item.crossRegionRange ?? 'fixed']],
    ['预约办理', yesNo(item.appointment)],
    ['网上支付', yesNo(item.onlinePayment)],
    ['物流快递', `申请材料：${yesNo(item.logistics.materials)}，证照批文：${yesNo(item.logistics.results)}`],
    ['办理地点', item.places.map(({ name, address }) => `${name}（${address}）`).join('；')],
    [
      '办理时间',
      item.officeHours.map(({ days, from, to }) => `周${days.map((day) => '一二三四五六日'[day - 1]).join('、')} ${from}–${to}`).join('；'),
    ],
    ['咨询电话', item.consultationPhone],
    ['监督电话', item.complaintPhone],
  ]
}

function standardWords({ name, rate }: FeeStandard): string {
  if (rate.kind === 'fixed') return `${name} ${formatYuan(rate.amountFen)}`
  if (rate.kind === 'perUnit') return `${name} 每${rate.quantity.unit} ${formatYuan(rate.amountFen)}`
  const steps = rate.steps.map((step) => {
    const upTo = step.upTo === undefined ? '以上' : `至 ${step.upTo} ${rate.quantity.unit}`
    return `${upTo} ${formatYuan(step.amountFen)}${step.perUnit ? `/${rate.quantity.unit}` : ''}`
  })
  return `${name} ${steps.join('，')}`
}

const attachmentWords = (file: Attachment | undefined) => file?.name ?? '无'

/** All nine attributes of a material (guide 四（二）2（1）①), with its basis. */
export function materialElements(material: Material): [name: string, value: string][] {
  return [
    ['材料名称', material.name],
    ['材料类型', `${materialKindWords[material.kind]}，${materialFormWords[material.form]}，${needWords[material.need]}`],
    ['材料样本', attachmentWords(material.sample)],
    ['电子表单', material.eForm ? '网上填写' : attachmentWords(material.blankForm)],
    ['来源渠道', sourceWords[material.source] + issuerWords(material)],
    ['份数和规格', `原件 ${material.originals} 份，复印件 ${material.copies} 份，${material.paperSize}，${mediumWords[material.medium]}`],
    ['填报须知', material.fillingNotes],
    ['受理标准', material.acceptanceStandard],
    ['是否需电子材料', yesNo(material.electronic)],
    ['依据', material.basis.map(basisWords).join('；')],
  ]
}

function issuerWords({ issuer, intermediary }: Material): string {
  if (intermediary) return `（${intermediary.kind}，查询：${intermediary.lookup}，电话 ${intermediary.phone}）`
  return issuer ? `（${issuer}）` : ''
}

export function guideText(item: Implementation): string {
  const lines = guideElements(item).map(([name, value]) => `${name}：${value}`)
  const materials = item.materials.flatMap((material, place) => [
    '',
    `【材料 ${place + 1}】`,
    ...materialElements(material).map(([name, value]) => `${name}：${value}`),
    ...inline('样本', material.sample),
    ...inline('空白表格', material.blankForm),
  ])
  const missing = item.materials.filter(({ sample }) => !sample).map(({ name }) => name)
  const more = [
    ['服务对象', item.audiences.map((one) => audienceWords[one]).join('、')],
    ['受理条件', item.conditions.join('；')],
    ['送达方式', item.result.delivery.map((one) => deliveryWords[one]).join('、')],
    ['版本', `第 ${item.version} 版，${item.effectiveOn} 起施行`],
    ...(missing.length > 0 ? [['缺少样本的材料', missing.join('、')]] : []),
  ].map(([name, value]) => `${name}：${value}`)
  return [item.name, '', ...lines, ...more, ...materials, ''].join('\n')
}

const inline = (title: string, file: Attachment | undefined): string[] => (file?.text ? [`${title}（${file.name}）：`, file.text] : [])
