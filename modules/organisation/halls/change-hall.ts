import type { Act } from '@yiwang/kernel'
import type { Hall, HallChange } from '../contract.ts'
import { hallProblem as problem } from '../problems.ts'
import { getHallToManage, hallNameTaken, updateHall } from './hall-store.ts'

/** Address, hours or telephone of a hall change, or it closes (办理地点、办理时间, guide 四（二）2（1）). */
export async function changeHall(act: Act, id: string, input: HallChange): Promise<Hall> {
  const hall: Hall = { ...(await getHallToManage(act, id)), ...input }
  if (await hallNameTaken(act.tx, hall)) throw problem.exists({ name: hall.name })
  await updateHall(act.tx, hall)
  await act.publish('hall.changed', { hallId: id, division: hall.division })
  return hall
}
