import { openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { grantsOf, organisation } from '../index.ts'
import { aStaffMember, aStaffMemberWho, homeBody } from '../testing.ts'
import { grantsFrom } from './grants.ts'

test('a role reaches one’s own body unless it says otherwise', () => {
  const role = { code: 'clerk', permissions: ['cases.accept', 'cases.look'] }
  expect(grantsFrom([role], homeBody)).toEqual([
    { permission: 'cases.accept', bodies: [homeBody] },
    { permission: 'cases.look', bodies: [homeBody] },
  ])
  expect(grantsFrom([{ ...role, permissions: ['cases.look'], divisions: ['330100'], items: ['x'] }], homeBody)).toEqual([
    { permission: 'cases.look', divisions: ['3301'], items: ['x'] },
  ])
  expect(grantsFrom([{ ...role, permissions: ['cases.look'], divisions: ['000000'] }], homeBody)).toEqual([
    { permission: 'cases.look', divisions: [''] },
  ])
  expect(grantsFrom([], homeBody)).toEqual([])
})

test('what a member of staff may is what his roles say', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const nobody = await hall.act((act) => aStaffMember(act))
  const keeper = await hall.act((act) => aStaffMemberWho(act, ['organisation.manageBodies'], { scope: { divisions: ['330100'] } }))
  expect(await hall.act((act) => grantsOf(act.tx, nobody.id))).toEqual([])
  expect(await hall.act((act) => grantsOf(act.tx, keeper.id))).toEqual([{ permission: 'organisation.manageBodies', divisions: ['3301'] }])
})
