import type { Desk } from '@yiwang/kernel'
import { getHall } from '@yiwang/organisation'
import type { Hall } from '@yiwang/organisation/contract'
import { reaches } from './offer-store.ts'
import { problem } from './problems.ts'

/** The hall, if it is within what the actor may look after. @throws hall.notFound, appointment.outOfReach */
export async function hallInReach(desk: Desk, hallId: string, permission: string): Promise<Hall> {
  const hall = await getHall(desk.tx, hallId)
  if (!(await reaches(desk, hall, permission))) throw problem.outOfReach({ name: hall.name })
  return hall
}
