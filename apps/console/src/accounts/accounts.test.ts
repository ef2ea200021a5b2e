import { expect, test } from 'vitest'
import { sayBad } from '../records/AuditChainCard.tsx'
import { sayTheSubject } from '../records/Audit.tsx'
import { sayValues } from './AccountChanges.tsx'
import { byArea } from './by-area.ts'
import { toStaff } from './EnrolStaff.tsx'
import { toRegistration } from './RegisterInPerson.tsx'
import { toRestoring } from './RestoreInPerson.tsx'
import { toRole } from './RolePage.tsx'
import { sayScope, toGrantRole } from './StaffRoles.tsx'
import { toFind } from './UserAccounts.tsx'

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

test('a number that was read out is asked for without blanks; a phone is sent only where it changes', () => {
  expect(toFind({ kind: 'person', number: '330102 19900307 011x ' })).toEqual({ kind: 'person', number: '33010219900307011X' })
  const card = { name: ' 张测试', number: '33010219900307011x' }
  expect(toRestoring({ ...card, phone: ' ', code: '123456' })).toEqual({ name: '张测试', number: '33010219900307011X' })
  expect(toRestoring({ ...card, phone: '138 0000 0005', code: '123456' })).toMatchObject({ phone: '13800000005', code: '123456' })
  const seen = { kind: 'organisation', ...card, phone: '13800000005', code: '123456', signed: true } as const
  expect(toRegistration(seen)).toEqual({
    ...{ kind: 'organisation', name: '张测试', number: '33010219900307011X' },
    ...{ phone: '13800000005', code: '123456', agreement: 'organisation-2016-1' },
  })
})

test('what was done is said with before and after; what was audited with the keys it was about', () => {
  expect(sayValues({ before: { state: 'active' }, after: { state: 'disabled' } })).toBe('正常 → 已禁用')
  expect(sayValues({ before: {}, after: { name: '张测试', level: '1' } })).toBe('张测试，1 级')
  expect(sayTheSubject({ caseNumber: '3301022026', code: 'x' })).toBe('办件 3301022026，代码 x')
  expect(sayTheSubject({})).toBe('无')
  expect(sayBad({ link: 3, position: 7, reason: 'changed' })).toBe('第 3 条（位置 7）：内容被改动')
})
