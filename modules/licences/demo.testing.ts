import { renderPaper } from '@yiwang/papers'
import type { Face, FaceField } from './contract.ts'
import type { DemoLicenceType } from './demo/licence-types.ts'
import { sheetOf } from './make-licence.ts'

const valueOf = ({ kind, choices, label }: FaceField): string | number =>
  kind === 'number' || kind === 'money'
    ? 1250
    : kind === 'date'
      ? '2020-02-29'
      : kind === 'choice'
        ? (choices?.[0]?.value ?? '')
        : `${label}样例`

/** How many pages a licence of the type has when every field is filled in. */
export async function aPdfPage(type: DemoLicenceType): Promise<number> {
  const face: Face = Object.fromEntries(type.fields.map((field) => [field.key, valueOf(field)]))
  const licence = {
    typeName: type.name,
    number: `${type.numberPrefix}3301022026000000001`,
    issuerName: '上城区样例局',
    holderName: '张测试',
    holderNumber: '330102199003070015',
    identifier: '1.2.156.3005.2.11100000000013338W901.113301020025002871.2026000000001.001.E',
    issuedOn: '2026-03-02',
    validFrom: '2026-03-02',
    face,
  } as unknown as Parameters<typeof sheetOf>[0]
  const sheet = sheetOf(licence, { version: 1, state: 'published', ...type }, 'http://127.0.0.1')
  return (await renderPaper('certificate', sheet, { now: new Date('2026-03-02T01:00:00Z') })).pages
}
