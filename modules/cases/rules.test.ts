import fc from 'fast-check'
import { officialCalendar, type ClockEntry } from '@yiwang/standards'
import { aMaterial } from '@yiwang/catalogue/testing'
import { expect, test } from 'vitest'
import { channelOf } from './channel.ts'
import type { CaseState, GivenMaterial, MaterialSource } from './contract.ts'
import { answerFaults, newlyAsked } from './corrections.ts'
import { givenFault, linkedLicences, missingMaterials, notVerified, originalsToSee, trustOf, waysOf } from './materials.ts'
import { nextFor, stagesOf } from './stages.ts'
import { clockAsOf, dueDays, termEnd } from './time-limits.ts'
import { urgencyOf } from './urgency.ts'
import { afterVisit } from './visits.ts'

const certificate = aMaterial({ code: 'lease', kind: 'certificate', source: 'government' })
const word = aMaterial({ code: 'word' })
const licensed = aMaterial({ code: 'shop', kind: 'certificate', source: 'government', licenceTypes: ['T'], need: 'deferrable' })
const known = aMaterial({ code: 'hukou', kind: 'certificate', source: 'government', register: 'person' })
const all = [certificate, word, licensed, known]
const sources: MaterialSource[] = ['licence', 'upload', 'paper', 'register', 'deferred']

test.each([
  ['licence', certificate, undefined, 'A'],
  ['register', known, undefined, 'A'],
  ['paper', certificate, undefined, 'B'],
  ['upload', certificate, 'C', 'C'],
  ['upload', certificate, 'B', 'B'],
  ['upload', certificate, 'A', 'A'],
  ['upload', word, 'C', 'D'],
  ['upload', aMaterial({ source: 'intermediary' }), 'D', 'C'],
  ['deferred', licensed, undefined, 'D'],
] as const)('五（一）3（2） %s: how far it can be relied on', (source, material, fileLevel, level) => {
  expect(trustOf(material, { source }, fileLevel)).toBe(level)
})

test('a material comes only in a way it may, naming exactly what that way gives', () => {
  const whole = (source: MaterialSource): Partial<GivenMaterial> =>
    source === 'upload' ? { fileId: 'f' } : source === 'licence' ? { licenceIdentifier: 'l' } : {}
  for (const material of all)
    for (const where of ['online', 'counter'] as const)
      for (const source of sources) {
        const giving = { where, kind: 'person' } as const
        const may = waysOf(material, giving).includes(source)
        expect(
          givenFault(all, [{ code: material.code, source, ...whole(source) }], giving) === undefined,
          `${material.code} ${source}`,
        ).toBe(may)
        const wrong = source === 'upload' ? {} : { fileId: 'f' }
        expect(givenFault(all, [{ code: material.code, source, ...wrong }], giving)).toBeDefined()
      }
  expect(waysOf(certificate, { where: 'online', kind: 'person' })).toEqual(['upload'])
  expect(waysOf(known, { where: 'online', kind: 'person' })).toEqual(['upload', 'register'])
  // nobody has asked the register of persons about an organisation, about whoever stands at the counter, or one of the others at all
  expect(waysOf(known, { where: 'online', kind: 'organisation' })).toEqual(['upload'])
  expect(waysOf(known, { where: 'counter', kind: 'person' })).toEqual(['upload', 'paper'])
  expect(waysOf({ ...known, register: 'marriage' }, { where: 'online', kind: 'person' })).toEqual(['upload'])
})

test('missing is what is asked for, not optional, and not given — whatever else is given', () => {
  const given = fc.array(fc.constantFrom<string>('lease', 'word', 'shop', 'hukou', 'other'))
  fc.assert(
    fc.property(given, (codes) => {
      const missing = missingMaterials(
        all,
        codes.map((code) => ({ code })),
      ).map(({ code }) => code)
      expect(missing).toEqual(all.map(({ code }) => code).filter((code) => !codes.includes(code)))
    }),
  )
  expect(missingMaterials([aMaterial({ need: 'optional' })], [])).toEqual([])
})

test('全程网办 takes nothing unverified and nothing promised; the other forms do', () => {
  const given = [
    { name: '甲', trustLevel: 'C', source: 'upload' },
    { name: '乙', trustLevel: 'D', source: 'deferred' },
    { name: '丙', trustLevel: 'D', source: 'upload' },
    { name: '丁', trustLevel: 'A', source: 'licence' },
  ] as const
  expect(notVerified('full', given)).toEqual(['甲', '乙'])
  expect(notVerified('verify', given)).toEqual([])
  expect(notVerified('preview', given)).toEqual([])
  const seen = { trustLevel: 'C' as const, originalCheckedAt: '2026-03-02T01:00:00Z' }
  expect(originalsToSee([seen, { trustLevel: 'C' }, { trustLevel: 'B' }])).toEqual([{ trustLevel: 'C' }])
})

test('a licence is linked to each material it stands for and to no other', () => {
  expect(linkedLicences(all, [{ identifier: 'l', type: 'T' }])).toEqual([{ code: 'shop', source: 'licence', licenceIdentifier: 'l' }])
  expect(linkedLicences(all, [{ identifier: 'l', type: 'other' }])).toEqual([])
  expect(linkedLicences(all, [])).toEqual([])
})

test.each([
  ['preview', [1, 2, undefined]],
  ['verify', [1, undefined, undefined]],
  ['full', [undefined, undefined, undefined]],
] as const)('R5A-147 R5A-155 R5A-160 %s: how often the applicant may be made to come', (onlineMode, after) => {
  expect([0, 1, 2].map((visits) => afterVisit({ onlineMode, channel: 'portal', visits }))).toEqual(after)
  expect(afterVisit({ onlineMode, channel: 'counter', visits: 7 })).toBe(8)
})

test('一次告知: a second request names nothing new, an answer nothing that was not asked', () => {
  const codes = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'))
  const items = (list: string[]) => list.map((code) => ({ code, name: code, what: '补' }))
  fc.assert(
    fc.property(codes, codes, codes, (first, second, now) => {
      const earlier = [{ items: items(first) }, { items: items(second) }]
      expect(newlyAsked(earlier, items(now))).toEqual(now.filter((code) => !first.includes(code) && !second.includes(code)))
      expect(newlyAsked([], items(now))).toEqual([])
      const { notAsked, open } = answerFaults(items(first), items(now), false)
      expect(notAsked.some((code) => first.includes(code))).toBe(false)
      expect([...open].sort()).toEqual(first.filter((code) => !now.includes(code)).sort())
    }),
  )
  expect(answerFaults([{ code: '$form' }], [], true)).toEqual({ notAsked: [], open: [] })
  expect(answerFaults([], [], true)).toEqual({ notAsked: ['$form'], open: [] })
})

const states: CaseState[] = [
  'submitted',
  'correcting',
  'preAccepted',
  'accepted',
  'suspended',
  'decided',
  'completed',
  'delivered',
  'archived',
  'refused',
  'withdrawn',
  'lapsed',
  'aborted',
]

test('R5A-167 every state says where the case stands and what the applicant does next', () => {
  const steps = new Set(states.map((state) => nextFor({ state, delivery: { method: 'counter' } })))
  expect(steps.size).toBeGreaterThanOrEqual(9)
  for (const state of states) {
    const stages = stagesOf({ state, since: '2026-03-05T01:00:00Z', submittedAt: '2026-03-02T01:00:00Z' })
    expect(stages[0]).toEqual({ name: '申请', on: '2026-03-02', state: 'done' })
    expect(stages.filter((stage) => stage.state === 'current').length).toBeLessThanOrEqual(1)
    const order = stages.map((stage) => ['done', 'current', 'open'].indexOf(stage.state))
    expect(order).toEqual([...order].sort())
  }
})

test.each([
  ['accepted', '2026-03-01', 'late'],
  ['accepted', '2026-03-02', 'near'],
  ['accepted', '2026-03-04', 'near'],
  ['accepted', '2026-03-05', 'inTime'],
  ['accepted', '9999-12-31', 'none'],
  ['suspended', '9999-12-31', 'standing'],
  ['refused', '2026-03-01', 'none'],
  ['correcting', '2026-03-01', 'late'],
] as const)('%s due on %s is %s', (state, nextDue, urgency) => {
  expect(urgencyOf({ state, nextDue }, '2026-03-02', '2026-03-04')).toBe(urgency)
})

test('what is stored as due is what the screen shows, for any ledger', () => {
  const start: ClockEntry = { kind: 'start', day: '2026-03-02', ground: '受理' }
  const limits = { committedLimit: { value: 5, unit: 'workday' }, statutoryLimit: { value: 20, unit: 'calendarDay' } } as const
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 10 }),
      (pause, pausedFor, days) => {
        const day = (n: number) => new Date(Date.UTC(2026, 2, 2 + n)).toISOString().slice(0, 10)
        const entries: ClockEntry[] = [
          start,
          { kind: 'pause', day: day(pause), ground: '听证' },
          { kind: 'resume', day: day(pause + pausedFor), ground: '听证结束' },
          { kind: 'extend', day: day(pause + pausedFor), ground: '延长', days },
        ]
        for (let length = 1; length <= entries.length; length += 1) {
          const ledger = entries.slice(0, length)
          const stored = dueDays(ledger, limits, officialCalendar)
          const shown = clockAsOf(ledger, limits, '2026-03-02', officialCalendar)
          expect([shown.committed?.dueOn ?? null, shown.statutory?.dueOn ?? null]).toEqual([stored.committed_due, stored.statutory_due])
          expect(shown.running).toBe(length !== 2)
        }
      },
    ),
  )
  expect(dueDays([], limits, officialCalendar)).toEqual({ committed_due: null, statutory_due: null })
  expect(dueDays([start], {}, officialCalendar)).toEqual({ committed_due: null, statutory_due: null })
})

test('a term that runs past the announced holidays has no end to tell', () => {
  expect(termEnd('2026-03-02', { value: 5, unit: 'workday' }, officialCalendar)).toBe('2026-03-09')
  expect(termEnd('2026-12-30', { value: 5, unit: 'workday' }, officialCalendar)).toBeUndefined()
})

test('where an application came from is told by who brought it and by which door', () => {
  expect(channelOf({ kind: 'user', channel: 'portal' })).toBe('portal')
  expect(channelOf({ kind: 'user', channel: 'app' })).toBe('phone')
  expect(channelOf({ kind: 'user' })).toBe('portal')
  expect(channelOf({ kind: 'staff', channel: 'nonsense' })).toBe('counter')
  expect(channelOf({ kind: 'client' })).toBe('api')
  expect(channelOf({ kind: 'user', channel: '__proto__' })).toBe('portal')
})
