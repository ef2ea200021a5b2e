/** Builders for others' tests and the demo. They go through the acts. */
import { systemActor, type Act } from '@yiwang/kernel'
import { homeBody, places } from '@yiwang/organisation/testing'
import { inventedPersonId } from '@yiwang/standards/testing'
import type { LicenceType, LicenceTypeInput } from './contract.ts'
import { draftLicenceType, issueLicence, publishLicenceType, type IssuedLicence, type LicenceWish } from './index.ts'

/** Defined by a real credit code, so that its check character is right. */
export const aTypeCode = '11100000000013338W901'

export const aTypeInput: LicenceTypeInput = {
  name: '样例许可证',
  category: 'permit',
  holderKinds: ['person', 'organisation'],
  holderLabel: '持证人',
  holderNumberLabel: '证件号码',
  fields: [
    { key: 'place', label: '经营场所', kind: 'text', required: true },
    { key: 'scope', label: '许可范围', kind: 'longText', required: false },
    { key: 'since', label: '首次颁发', kind: 'date', required: false },
  ],
  style: { layout: 'landscape', colour: 'red' },
  validity: { kind: 'limited', years: 5 },
  numberPrefix: 'YL',
  issuers: [],
}

/** A published licence type. */
export async function aLicenceType(act: Act, over: Partial<LicenceTypeInput> & { code?: string } = {}): Promise<LicenceType> {
  const { code = aTypeCode, ...input } = over
  const keeper: Act = { ...act, by: systemActor('licence-types') }
  await draftLicenceType(keeper, code, { ...aTypeInput, ...input })
  return publishLicenceType(keeper, code)
}

let decisions = 0

/** A licence as a decision issues it: of `aLicenceType`, by the body of `aClerk`, to a person without an account, unless said otherwise. */
export async function aLicence(act: Act, over: Partial<LicenceWish> = {}): Promise<IssuedLicence> {
  decisions += 1
  return issueLicence(act, {
    type: aTypeCode,
    holder: { kind: 'person', name: '张测试', number: inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 }) },
    issuer: { code: homeBody, name: '上城区样例局', division: places.county },
    face: { place: '样例路1号' },
    validFrom: '2026-03-02',
    subject: { kind: 'case', key: `3301022026030200${String(decisions).padStart(4, '0')}` },
    ...over,
  })
}
