import { expect, test } from 'vitest'
import { byArea } from './by-area.ts'
import { toStaff } from './EnrolStaff.tsx'
import { toRole } from './RolePage.tsx'
import { sayScope, toGrantRole } from './StaffRoles.tsx'

test('an empty scope means the own body and is not sent as an empty list', () => {
  expect(toGrantRole({ role: 'clerk', bodies: [], divisions: ['330102'] })).toEqual({ role: 'clerk', divisions: ['330102'] })
  expect(sayScope({})).toBe('本单位')
  expect(sayScope({ divisions: ['330102'] })).toBe('区划 330102')
})

test('a role carries every permission that is ticked, of whatever area', () => {
  const screen = { name: ' 窗口人员 ', areas: { cases: ['cases.accept'], seals: [], catalogue: ['catalogue.lookWork'] } }
  expect(toRole(screen)).toEqual({ name: '窗口人员', permissions: ['cases.accept', 'catalogue.lookWork'] })
})

test('permissions stand under their module', () => {
  const entry = (code: string) => ({ code, name: code })
  expect(byArea([entry('cases.look'), entry('seals.look'), entry('cases.accept')])).toEqual([
    { area: 'cases', entries: [entry('cases.look'), entry('cases.accept')] },
    { area: 'seals', entries: [entry('seals.look')] },
  ])
})

test('whoever is enrolled without posts or trainings has none, not empty ones', () => {
  expect(toStaff({ staffNumber: '0012 ', name: '周平', bodyCode: '11330102mb0000001x', posts: [] })).toEqual({
    staffNumber: '0012',
    name: '周平',
    bodyCode: '11330102MB0000001X',
  })
})
