/** The words of a guide for the values of its elements. */
import { findItemType } from '@yiwang/standards'
import type { Implementation } from '../contract.ts'

export const audienceWords = { person: '自然人', organisation: '法人' }
export const rangeWords = { nation: '全国', crossProvince: '跨省', crossCity: '跨市', crossCounty: '跨县', fixed: '定点办理' }
export const needWords = { required: '必要', optional: '非必要', deferrable: '容缺后补' }
export const sourceWords = { applicant: '申请人自备', government: '政府部门核发', intermediary: '中介机构或法定机构出具', other: '其他' }
export const materialKindWords = { certificate: '证件证书证明', form: '申请表格文书', other: '其他' }
export const materialFormWords = { original: '原件', copy: '复印件', either: '原件或复印件' }
export const mediumWords = { paper: '纸质', electronic: '电子', either: '纸质或电子' }
export const deliveryWords = { counter: '窗口领取', courier: '物流寄送', electronic: '电子证照' }
const modeWords = { preview: '原件预审', verify: '原件核验', full: '全程网办' }

export const typeWords = (code: string): string => findItemType(code)?.name ?? code

export function handlingWords({ handlingForms, onlineMode }: Pick<Implementation, 'handlingForms' | 'onlineMode'>): string {
  const forms = handlingForms.map((form) => (form === 'counter' ? '窗口办理' : '网上办理')).join('、')
  return onlineMode ? `${forms}（${modeWords[onlineMode]}）` : forms
}
