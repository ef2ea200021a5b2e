import { readShape } from '@yiwang/kernel'
import { BodyInput, StaffInput } from '@yiwang/organisation/contract'
import { Type, type Static } from 'typebox'

const { staffNumber, name } = StaffInput.properties
const Administrator = Type.Object({ staffNumber, name, loginName: Type.String({ pattern: '^[a-z][a-z0-9.-]{2,63}$' }) })

/** What an installation begins with; `divisions` names a table (code, name) beside this file. */
const Founding = Type.Object({
  divisions: Type.String({ minLength: 1 }),
  body: BodyInput,
  administrators: Type.Object({ system: Administrator, security: Administrator, audit: Administrator }),
})
export type Founding = Static<typeof Founding>

/** @throws Error naming the place that is wrong */
export function readFounding(text: string): Founding {
  try {
    return readShape(Founding, JSON.parse(text)) as Founding
  } catch (error) {
    throw new Error(`the founding file is wrong: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
