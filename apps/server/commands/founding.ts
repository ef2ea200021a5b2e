import { Check, Errors } from 'typebox/value'
import { Type, type Static } from 'typebox'
import { BodyInput, StaffInput } from '@yiwang/organisation/contract'

const Administrator = Type.Object(
  { ...Type.Pick(StaffInput, ['staffNumber', 'name']).properties, loginName: Type.String({ pattern: '^[a-z][a-z0-9.-]{2,63}$' }) },
  { additionalProperties: false },
)

/** What an installation begins with; `divisions` is a table (code, name) beside this file. */
const Founding = Type.Object(
  {
    divisions: Type.String({ minLength: 1 }),
    body: Type.Object(BodyInput.properties, { additionalProperties: false }),
    administrators: Type.Object({ system: Administrator, security: Administrator, audit: Administrator }, { additionalProperties: false }),
  },
  { additionalProperties: false },
)
export type Founding = Static<typeof Founding>

/** @throws Error naming the places that are wrong */
export function readFounding(text: string): Founding {
  const founding: unknown = JSON.parse(text)
  if (Check(Founding, founding)) return founding
  const faults = Errors(Founding, founding).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
  throw new Error(`the founding file is wrong: ${faults.slice(0, 5).join('; ')}`)
}
