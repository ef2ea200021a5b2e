import { expect, test } from 'vitest'
import { allowedIn, procedureKind } from './allowed.ts'
import { openOffice, paperOnly, send, view } from './handling.testing.ts'
import { anAcceptedCase } from './testing.ts'

const workdays = { value: 5, unit: 'workday' } as const
const days = { value: 30, unit: 'calendarDay' } as const
const hearing = { kind: 'B', name: '听证' } as const
const longer = { kind: 'A', name: '延长审批' } as const

test('an extension counts in the unit of the limit it lengthens, and there is none without a limit', () => {
  const most = (extension: object, limits: object) => allowedIn({ procedures: [], ...extension }, limits).extension
  expect(most({}, { committedLimit: workdays })).toEqual({ most: 10, unit: 'workday' })
  expect(most({ extension: { value: 20, unit: 'workday' } }, { committedLimit: workdays })).toEqual({ most: 20, unit: 'workday' })
  expect(most({ extension: { value: 15, unit: 'calendarDay' } }, { statutoryLimit: days })).toEqual({ most: 15, unit: 'calendarDay' })
  expect(most({ extension: { value: 60, unit: 'calendarDay' } }, { committedLimit: workdays })).toEqual({ most: 10, unit: 'workday' })
  expect(most({ extension: { value: 20, unit: 'workday' } }, {})).toBeUndefined()
})

test('an item that lists procedures allows those, and 延长审批 is never one to be started', () => {
  expect(allowedIn({ procedures: [hearing, longer] }, {})).toEqual({ procedures: ['听证'], otherProcedures: false })
  expect(allowedIn({ procedures: [longer] }, {})).toEqual({ procedures: [], otherProcedures: false })
  const free = allowedIn({ procedures: [] }, {})
  expect(free).toMatchObject({ otherProcedures: true, procedures: expect.arrayContaining(['实地核查']) })
  expect(free.procedures).not.toContain('延长审批')
  for (const procedures of [[], [hearing], [hearing, longer]]) expect(procedureKind({ procedures }, '延长审批')).toBe('A')
  expect(procedureKind({ procedures: [hearing] }, '鉴定')).toBeUndefined()
  expect(procedureKind({ procedures: [{ kind: 'A', name: '本局延长' }] }, '本局延长')).toBe('A')
})

test('the desk is told beforehand what is allowed, and what it does not list is refused with its reason', async (t) => {
  const office = await openOffice(t)
  const limits = { statutoryLimit: { value: 60, unit: 'calendarDay', basis: '样例法' }, committedLimit: days } as const
  const extension = { value: 15, unit: 'calendarDay', basis: '样例法第三条' } as const
  const item = await office.item({ ...paperOnly, ...limits, extension, procedures: [hearing, longer] })
  const caseNumber = await anAcceptedCase(office, item)
  expect((await view(office, caseNumber)).allowed).toEqual({
    procedures: ['听证'],
    otherProcedures: false,
    extension: { most: 15, unit: 'calendarDay' },
  })
  const start = (kind: string, name: string) => send(office, office.clerk, caseNumber, 'special-procedures', { kind, name, reason: '需要' })
  expect((await start('A', '延长审批')).body).toMatchObject({ type: 'case.extensionByRequest', name: '延长审批' })
  expect((await start('B', '鉴定')).body).toMatchObject({ type: 'case.procedureNotAllowed', allowed: ['听证'] })
  const ask = (workdays: number) => send(office, office.clerk, caseNumber, 'extension-requests', { workdays, reason: '情况复杂' })
  expect((await ask(16)).body).toMatchObject({ status: 422, type: 'case.extensionTooManyDays', most: 15 })
  expect((await ask(15)).status).toBe(200)
})

test('RA3-020 a procedure by a name of one’s own is kept as kind B, and as kind A refused', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item({ ...paperOnly, procedures: [] }))
  const start = (kind: string) =>
    send(office, office.clerk, caseNumber, 'special-procedures', { kind, name: '现场勘验复核', reason: '需要复核' })
  expect((await start('A')).body.type).toBe('case.procedureNotAllowed')
  expect((await view(office, caseNumber)).specialProcedures).toEqual([])
  expect((await start('B')).status).toBe(200)
  expect(await view(office, caseNumber)).toMatchObject({
    state: 'suspended',
    specialProcedures: [{ kind: 'B', name: '现场勘验复核' }],
  })
})
