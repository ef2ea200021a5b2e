import fc from 'fast-check'
import { officialCalendar as calendar, addDays, type ClockEntry, type LegalDay } from '@yiwang/standards'
import type { ItemOver } from '@yiwang/catalogue/testing'
import { expect, test } from 'vitest'
import { shifted, workdaysLater, workdaysLaterAtMost } from './flow-time.ts'
import { completed, must, openOffice, paperOnly, people, send, view } from './handling.testing.ts'
import { stepDue } from './step-limits.ts'
import { anAcceptedCase, type CaseHall } from './testing.ts'

type Happening = 'suspend' | 'resume' | 'visit' | 'visitEnds' | { extend: number }

/** Sends what happens on a day, by who may. */
async function happen(office: CaseHall, caseNumber: string, what: Happening): Promise<void> {
  const { clerk } = office
  if (what === 'suspend') return must(send(office, clerk, caseNumber, 'suspension', { reason: '等待上级答复' }))
  if (what === 'resume') return must(send(office, clerk, caseNumber, 'resumption'))
  if (what === 'visit')
    return must(send(office, clerk, caseNumber, 'special-procedures', { kind: 'B', name: '实地核查', reason: '需要核查' }))
  if (what === 'visitEnds') {
    const open = (await view(office, caseNumber)).specialProcedures.at(-1)
    return must(send(office, clerk, caseNumber, `special-procedures/${open.id}/end`, { result: '符合' }))
  }
  await must(send(office, clerk, caseNumber, 'extension-requests', { workdays: what.extend, reason: '情况复杂' }))
  const [request] = (await view(office, caseNumber)).requests
  await must(send(office, people(office).decider, caseNumber, 'extension-grants', { requestId: request.id, granted: true }))
}

interface Row {
  why: string
  accepted: LegalDay
  limit?: { value: number; unit: 'workday' | 'calendarDay' }
  days: [LegalDay, Happening][]
  due: LegalDay
}

/** Counted by hand from the announced calendar of 2026; five workdays unless said otherwise. */
const rows: Row[] = [
  { why: 'the day of acceptance does not count (民法典 201)', accepted: '2026-03-02', days: [], due: '2026-03-09' },
  { why: 'a holiday and the weekend it swallows do not count (清明节)', accepted: '2026-04-01', days: [], due: '2026-04-09' },
  { why: 'a Saturday that is worked counts (劳动节调休)', accepted: '2026-04-29', days: [], due: '2026-05-09' },
  {
    why: 'calendar days end after the weekend they would end on (民法典 203)',
    accepted: '2026-03-02',
    limit: { value: 5, unit: 'calendarDay' },
    days: [],
    due: '2026-03-09',
  },
  {
    why: 'suspended days do not count, the day of the suspension among them',
    accepted: '2026-03-02',
    days: [
      ['2026-03-04', 'suspend'],
      ['2026-03-09', 'resume'],
    ],
    due: '2026-03-12',
  },
  {
    why: 'what is suspended and resumed on one day costs nothing',
    accepted: '2026-03-02',
    days: [
      ['2026-03-04', 'suspend'],
      ['2026-03-04', 'resume'],
    ],
    due: '2026-03-09',
  },
  {
    why: 'a suspension over a weekend costs no workday',
    accepted: '2026-03-02',
    days: [
      ['2026-03-07', 'suspend'],
      ['2026-03-09', 'resume'],
    ],
    due: '2026-03-09',
  },
  {
    why: 'a special procedure of kind B is left out (行政许可法 45)',
    accepted: '2026-03-02',
    days: [
      ['2026-03-03', 'visit'],
      ['2026-03-05', 'visitEnds'],
    ],
    due: '2026-03-11',
  },
  {
    why: 'two standstills add up',
    accepted: '2026-03-02',
    days: [
      ['2026-03-03', 'suspend'],
      ['2026-03-04', 'resume'],
      ['2026-03-05', 'visit'],
      ['2026-03-06', 'visitEnds'],
    ],
    due: '2026-03-11',
  },
  {
    why: 'an extension adds to the limit (行政许可法 42)',
    accepted: '2026-03-02',
    days: [['2026-03-06', { extend: 10 }]],
    due: '2026-03-23',
  },
  {
    why: 'an extension and a standstill add up',
    accepted: '2026-03-02',
    days: [
      ['2026-03-06', { extend: 5 }],
      ['2026-03-10', 'suspend'],
      ['2026-03-12', 'resume'],
    ],
    due: '2026-03-18',
  },
  {
    why: 'a standstill on calendar days leaves out weekends too',
    accepted: '2026-03-02',
    limit: { value: 10, unit: 'calendarDay' },
    days: [
      ['2026-03-06', 'suspend'],
      ['2026-03-09', 'resume'],
    ],
    due: '2026-03-16',
  },
]

test.for(rows)('$why: due $due', async ({ accepted, limit, days, due }, t) => {
  const office = await openOffice({ onTestFinished: (run) => t.onTestFinished(run) }, { now: `${accepted}T09:00:00+08:00` })
  const basis = '《样例法》第五条'
  const limits = limit && { committedLimit: limit, statutoryLimit: { ...limit, value: 20, basis }, extension: { ...limit, basis } }
  const over: ItemOver = limits ?? {}
  const caseNumber = await anAcceptedCase(office, await office.item({ ...paperOnly, ...over }))
  for (const [day, what] of days) {
    office.hall.clock.set(`${day}T23:59:00+08:00`)
    await happen(office, caseNumber, what)
  }
  const after = await view(office, caseNumber)
  expect(after.committedDue).toBe(due)
  // the work list is sorted by the same day that the screen shows
  const late = async (today: LegalDay) => {
    office.hall.clock.set(`${today}T12:00:00+08:00`)
    return (await office.hall.as(office.clerk).get('/cases?urgency=late')).body.items.length
  }
  expect([await late(due), await late(addDays(due, 1))]).toEqual([0, 1])
})

test('R5B-078 an extension not granted moves nothing, and both answers are kept', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  await must(send(office, office.clerk, caseNumber, 'extension-requests', { workdays: 5, reason: '情况复杂' }))
  expect(await view(office, caseNumber)).toMatchObject({ committedDue: '2026-03-09', specialProcedures: [{ kind: 'A', name: '延长审批' }] })
  const [request] = (await view(office, caseNumber)).requests
  const answer = { requestId: request.id, granted: false, note: '理由不充分' }
  await must(send(office, people(office).decider, caseNumber, 'extension-grants', answer))
  expect(await view(office, caseNumber)).toMatchObject({
    committedDue: '2026-03-09',
    requests: [],
    specialProcedures: [{ kind: 'A', startedOn: '2026-03-02', endedOn: '2026-03-02', result: '不同意' }],
  })
  expect((await view(office, caseNumber)).steps.at(-1)).toMatchObject({ name: '延期审批', outcome: '不同意', opinion: '理由不充分' })
  expect((await office.hall.published()).map(({ name }) => name)).not.toContain('case.extended')
  // refused once, it may be asked for again
  await must(send(office, office.clerk, caseNumber, 'extension-requests', { workdays: 5, reason: '补充理由' }))
})

test('R5B-079 every supervision point moves: the limit of the step stands still, goes on and is extended with that of the case', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const stepDay = async () => (await view(office, caseNumber)).tasks[0].dueOn
  expect(await stepDay()).toBe('2026-03-05')
  office.hall.clock.set('2026-03-04T10:00:00+08:00')
  await happen(office, caseNumber, 'suspend')
  expect(await stepDay()).toBeUndefined()
  office.hall.clock.set('2026-03-09T10:00:00+08:00')
  await happen(office, caseNumber, 'resume')
  expect(await stepDay()).toBe('2026-03-10')
  await happen(office, caseNumber, { extend: 5 })
  expect(await stepDay()).toBe('2026-03-17')
  expect((await view(office, caseNumber)).clock.entries.at(-1)).toMatchObject({ kind: 'extend', days: 5 })
})

test('what is decided is late when it is not completed, and what is completed when it is not handed over within ten workdays (行政许可法 44)', async (t) => {
  const office = await openOffice(t)
  const caseNumber = await anAcceptedCase(office, await office.item(paperOnly))
  const urgency = async (now: string) => {
    office.hall.clock.set(now)
    return (await office.hall.as(office.clerk).get('/cases')).body.items[0].urgency
  }
  await completed(office, caseNumber)
  expect(await urgency('2026-03-16T20:00:00+08:00')).toBe('near')
  expect(await urgency('2026-03-17T00:01:00+08:00')).toBe('late')
})

const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-01-05', n))
const limit = fc.record({ value: fc.integer({ min: 1, max: 15 }), unit: fc.constantFrom('workday' as const, 'day' as const) })
const pause = (from: LegalDay, to: LegalDay): ClockEntry[] => [
  { kind: 'pause', day: from, ground: '' },
  { kind: 'resume', day: to, ground: '' },
]

test('a standstill never brings a step forward, and one of no days costs none', () => {
  fc.assert(
    fc.property(day, limit, fc.nat(10), fc.nat(20), (opened, of, after, long) => {
      const from = addDays(opened, after)
      const plain = stepDue(of, opened, [], calendar)
      expect(stepDue(of, opened, pause(from, from), calendar)).toBe(plain)
      const later = stepDue(of, opened, pause(from, addDays(from, long)), calendar)
      if (plain !== undefined && later !== undefined) expect(later >= plain).toBe(true)
    }),
  )
})

test('a step stands without a day while the clock stands, unless it was due before', () => {
  const since: ClockEntry[] = [{ kind: 'pause', day: '2026-03-04', ground: '' }]
  expect(stepDue({ value: 3, unit: 'workday' }, '2026-03-02', since, calendar)).toBeUndefined()
  expect(stepDue({ value: 1, unit: 'workday' }, '2026-03-02', since, calendar)).toBe('2026-03-03')
  expect(stepDue({ value: 4, unit: 'hour' }, '2026-03-02', since, calendar)).toBeUndefined()
  expect(stepDue({ value: 4, unit: 'hour' }, '2026-03-02', pause('2026-03-02', '2026-03-06'), calendar)).toBe('2026-03-06')
  expect(stepDue({ value: 4, unit: 'hour' }, '2026-03-02', [], calendar)).toBe('2026-03-02')
})

test('a timer that counts moves by what it missed, a date stays, and nothing ever goes off earlier', () => {
  const fires = new Date('2026-03-06T15:30:00+08:00')
  const stood = { from: '2026-03-04', to: '2026-03-09' }
  expect(shifted(fires, { kind: 'workdays', count: 4 }, stood, calendar)).toEqual(new Date('2026-03-11T15:30:00+08:00'))
  expect(shifted(fires, { kind: 'duration', duration: 'P4D' }, stood, calendar)).toEqual(new Date('2026-03-11T15:30:00+08:00'))
  expect(shifted(fires, { kind: 'date', date: '2026-03-06' }, stood, calendar)).toEqual(fires)
  fc.assert(
    fc.property(day, fc.nat(30), fc.constantFrom('workdays' as const, 'duration' as const), (from, long, kind) => {
      const trigger = kind === 'workdays' ? { kind, count: 3 } : { kind, duration: 'P3D' }
      expect(shifted(fires, trigger, { from, to: addDays(from, long) }, calendar).getTime()).toBeGreaterThanOrEqual(fires.getTime())
    }),
  )
})

test('beyond the announced holidays a timer stands no earlier than any announced year would have put it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 1, max: 60 }), (back, count) => {
      const from = addDays(calendar.to, -130 - back)
      if (from < calendar.from) return
      expect(workdaysLaterAtMost(from, count) >= calendar.addWorkdays(from, count)).toBe(true)
    }),
    { numRuns: 2000 },
  )
  expect(workdaysLater('2026-03-02', 5, calendar)).toBe('2026-03-09')
  const beyond = addDays(calendar.to, 10)
  expect(workdaysLater(beyond, 5, calendar)).toBe(workdaysLaterAtMost(beyond, 5))
})
