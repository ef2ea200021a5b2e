import { newId, type Act } from '@yiwang/kernel'
import { getBodyToManage } from '../bodies/body-store.ts'
import type { Hall, HallInput } from '../contract.ts'
import { getDivision } from '../divisions/division-store.ts'
import { insertHall } from './hall-store.ts'

/** A service hall, convenience point or agency point (政务大厅、便民服务点、村级代办点) opens (guide 三（一）1（3）). */
export async function registerHall(act: Act, input: HallInput): Promise<Hall> {
  const body = await getBodyToManage(act, input.bodyCode, 'organisation.manageHalls')
  const division = await getDivision(act.tx, input.division)
  const hall: Hall = { id: newId(), ...input, bodyCode: body.code, division: division.code, state: 'open' }
  await insertHall(act.tx, hall)
  await act.publish('hall.registered', { hallId: hall.id, division: hall.division })
  return hall
}
