import { isUscc } from '@yiwang/standards'
import type { LicenceTypeInput } from './contract.ts'

/** What of a type does not hold together; each fault names its place. */
export function typeFaults(
  code: string,
  { fields, validity, issuers, holderKinds }: LicenceTypeInput,
): { pointer: string; message: string }[] {
  const keys = fields.map((field) => field.key)
  return [
    ...(isUscc(code.slice(0, 18)) ? [] : [{ pointer: '/code', message: '前18位不是有效的统一社会信用代码' }]),
    ...keys.flatMap((key, at) => (keys.indexOf(key) === at ? [] : [{ pointer: `/fields/${at}/key`, message: '照面项重复' }])),
    ...fields.flatMap((field, at) =>
      (field.kind === 'choice') === (field.choices !== undefined)
        ? []
        : [{ pointer: `/fields/${at}/choices`, message: '只有选择项要列出可选值' }],
    ),
    ...fields.flatMap(({ choices = [] }, at) =>
      new Set(choices.map((choice) => choice.value)).size === choices.length
        ? []
        : [{ pointer: `/fields/${at}/choices`, message: '可选值重复' }],
    ),
    ...(validity.kind === 'lasting' && validity.years !== undefined
      ? [{ pointer: '/validity/years', message: '长期有效的证照没有年限' }]
      : []),
    ...issuers.flatMap((issuer, at) => (isUscc(issuer) ? [] : [{ pointer: `/issuers/${at}`, message: '不是有效的统一社会信用代码' }])),
    ...(holderKinds.length === 0 ? [{ pointer: '/holderKinds', message: '要说明颁给谁' }] : []),
  ]
}
