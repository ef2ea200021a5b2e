import { readShape } from '@yiwang/kernel'
import { BodyInput, StaffInput } from '@yiwang/organisation/contract'

type Administrator = Pick<StaffInput, 'staffNumber' | 'name'> & { loginName: string }

/** What an installation begins with; `divisions` names a table (code, name) beside this file. */
export interface Founding {
  divisions: string
  body: BodyInput
  administrators: Record<'system' | 'security' | 'audit', Administrator>
}

const { staffNumber, name } = StaffInput.properties
const administrator = {
  type: 'object',
  required: ['staffNumber', 'name', 'loginName'],
  properties: { staffNumber, name, loginName: { type: 'string', pattern: '^[a-z][a-z0-9.-]{2,63}$' } },
}
const shape = {
  type: 'object',
  required: ['divisions', 'body', 'administrators'],
  properties: {
    divisions: { type: 'string', minLength: 1 },
    body: BodyInput,
    administrators: {
      type: 'object',
      required: ['system', 'security', 'audit'],
      properties: { system: administrator, security: administrator, audit: administrator },
    },
  },
}

/** @throws Error naming the place that is wrong */
export function readFounding(text: string): Founding {
  try {
    return readShape(shape, JSON.parse(text)) as Founding
  } catch (error) {
    throw new Error(`the founding file is wrong: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
