/** What the tests of this module stand on: a body with an applicant and an approver, and a neighbour. */
import type { Actor } from '@yiwang/kernel'
import { organisation } from '@yiwang/organisation'
import { aBody, homeBody } from '@yiwang/organisation/testing'
import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk, openHall, type Hall, type HallOptions, type Visitor } from '@yiwang/testing'
import { seals } from './index.ts'
import { permissions } from './permissions.ts'
import { testAuthority, type TestAuthority } from './testing.ts'

const all = Object.keys(permissions).filter((code) => code !== 'seals.check')
export const otherBody = inventedUscc({ nth: 7 })
export const applicant = aClerk(all, { id: 'staff-1' })
export const approver = aClerk(all, { id: 'staff-2' })
export const neighbour = aClerk(all, { id: 'staff-3', body: otherBody })
export const application = { bodyCode: homeBody, name: '样例局行政审批专用章', kind: 'official', reason: '办理行政审批' }

export interface SealHall {
  hall: Hall
  authority: TestAuthority
  by(actor: Actor): Visitor
}

export async function openSeals(t: Parameters<typeof openHall>[0], options: Partial<HallOptions> = {}): Promise<SealHall> {
  const authority = await testAuthority()
  const hall = await openHall(t, { modules: [organisation, seals], outside: { certificateAuthority: authority }, ...options })
  authority.follow(hall.clock)
  await hall.act(async (act) => {
    await aBody(act)
    await aBody(act, { code: otherBody, name: '上城区别的局' })
  })
  return { hall, authority, by: (actor) => hall.as(actor) }
}
