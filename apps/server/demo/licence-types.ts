import { demoLicenceTypes } from '@yiwang/catalogue/demo'
import type { Act } from '@yiwang/kernel'
import { draftLicenceType, publishLicenceType } from '@yiwang/licences'
import type { LicenceTypeInput } from '@yiwang/licences/contract'

/** What the demo's applications know, by the keys of their forms; a licence shows those its applicant filled in. */
const fields: LicenceTypeInput['fields'] = [
  { key: 'content', label: '许可（登记）事项', kind: 'longText', required: true, wide: true },
  { key: 'shopName', label: '经营场所名称', kind: 'text', required: false, wide: true },
  { key: 'shopAddress', label: '经营场所地址', kind: 'longText', required: false, wide: true },
  { key: 'scope', label: '经营项目', kind: 'longText', required: false, wide: true },
  { key: 'address', label: '住址（住所）', kind: 'longText', required: false, wide: true },
]

/** The licence types of the demo, each drafted and published. */
export async function seedLicenceTypes(act: Act): Promise<void> {
  for (const { code, name, holderKind } of demoLicenceTypes) {
    const person = holderKind === 'person'
    await draftLicenceType(act, code, {
      name,
      category: person ? 'certificate' : 'permit',
      holderKinds: ['person', 'organisation'],
      holderLabel: person ? '姓名' : '名称',
      holderNumberLabel: person ? '公民身份号码' : '证件号码或统一社会信用代码',
      fields,
      style: { layout: person ? 'landscape' : 'portrait', colour: person ? 'blue' : 'red' },
      validity: { kind: 'limited', years: 5 },
      numberPrefix: 'YS',
      issuers: [],
    })
    await publishLicenceType(act, code)
  }
}
