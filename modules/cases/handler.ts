import type { Desk } from '@yiwang/kernel'
import { findStaff } from '@yiwang/organisation'

export interface Handler {
  id: string
  name: string
  number?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who does it, by the name that stands on the papers and in the steps (政务服务人员姓名, 工号). */
export async function handlerOf({ tx, by }: Desk): Promise<Handler> {
  if (by.kind !== 'staff') return { id: by.id, name: by.kind === 'system' ? '系统' : by.id }
  if (by.name !== undefined) return { id: by.id, name: by.name, ...(by.staffNumber === undefined ? {} : { number: by.staffNumber }) }
  const staff = uuid.test(by.id) ? await findStaff(tx, by.id) : undefined
  return staff ? { id: by.id, name: staff.name, number: staff.staffNumber } : { id: by.id, name: by.id }
}
