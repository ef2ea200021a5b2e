import { expect, test } from 'vitest'
import { appendFault, clockFault, clockState, entriesUntil, runsOf } from './clock-ledger.ts'
import type { ClockEntry, ClockFault } from './clock-ledger.ts'

const at = (kind: 'start' | 'pause' | 'resume' | 'stop', day = '2026-03-02'): ClockEntry => ({ kind, day, ground: 'test' })
const extend = (days: number, day = '2026-03-02'): ClockEntry => ({ kind: 'extend', day, ground: 'test', days })

const table: [string, ClockEntry[], ClockFault | undefined][] = [
  ['an empty ledger', [], 'notStarted'],
  ['a pause before the start', [at('pause')], 'notStarted'],
  ['an extension before the start', [extend(5)], 'notStarted'],
  ['two starts', [at('start'), at('start')], 'alreadyStarted'],
  ['a start while paused', [at('start'), at('pause'), at('start')], 'alreadyStarted'],
  ['two pauses', [at('start'), at('pause'), at('pause')], 'alreadyPaused'],
  ['a resumption of what runs', [at('start'), at('resume')], 'notPaused'],
  ['anything after the stop', [at('start'), at('stop'), at('pause')], 'stopped'],
  ['an extension after the stop', [at('start'), at('stop'), extend(5)], 'stopped'],
  ['an entry dated back', [at('start'), at('pause', '2026-03-01')], 'outOfOrder'],
  ['a day that is none', [at('start', '2026-02-30')], 'day'],
  ['an extension by nothing', [at('start'), extend(0)], 'extension'],
  ['an extension by half a day', [at('start'), extend(0.5)], 'extension'],
  ['a whole life', [at('start'), at('pause'), extend(5), at('resume'), at('stop')], undefined],
  ['a stop while paused', [at('start'), at('pause'), at('stop')], undefined],
]

test.for(table)('%s', ([, entries, fault]) => {
  expect(clockFault(entries)).toBe(fault)
  expect(entries.map((entry, index) => appendFault(entries.slice(0, index), entry)).find(Boolean)).toBe(
    entries.length > 0 ? fault : undefined,
  )
})

test('the state is that of the last entry which is no extension', () => {
  expect(clockState([])).toBe('notStarted')
  expect(clockState([at('start'), extend(5)])).toBe('running')
  expect(clockState([at('start'), at('pause'), extend(5)])).toBe('paused')
  expect(clockState([at('start'), at('pause'), at('resume')])).toBe('running')
  expect(clockState([at('start'), at('stop')])).toBe('stopped')
})

test('the clock runs up to the day before a pause and again from the day of the resumption', () => {
  const entries = [at('start', '2026-03-02'), at('pause', '2026-03-05'), at('resume', '2026-03-11'), at('stop', '2026-03-12')]
  expect(runsOf(entries)).toEqual([{ from: '2026-03-02', to: '2026-03-04' }, { from: '2026-03-11' }])
  expect(entriesUntil(entries, '2026-03-05')).toHaveLength(2)
})
