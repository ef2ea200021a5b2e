import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { clockOf } from './clock.ts'
import { aCase } from './testing-case.ts'

const now = new Date('2026-03-10T12:00:00+08:00')
const entry = (kind: 'start' | 'pause' | 'resume' | 'stop', day: string) => ({ kind, day, ground: '' })
const committed = { value: 8, unit: 'workday' as const, dueOn: '2026-03-17', elapsed: 4, remaining: 4 }

test('the clock as it counts: used, paused, left', () => {
  const entries = [entry('start', '2026-03-03'), entry('pause', '2026-03-05'), entry('resume', '2026-03-07')]
  expect(clockOf(aCase({ clock: { running: true, committed, entries } }), now, zh, 'zh')).toEqual({
    state: 'running',
    headline: '还剩 4 个工作日',
    line: '承诺 8 个工作日，已用 4 个工作日，暂停 2 天。',
    due: '2026年3月17日（周二）前办结',
    note: '周末和法定节假日不计入。',
    used: 0.5,
    over: false,
  })
})

test('standing still it says so, and counts the pause up to today', () => {
  const entries = [entry('start', '2026-03-03'), entry('pause', '2026-03-07')]
  expect(clockOf(aCase({ state: 'suspended', clock: { running: false, committed, entries } }), now, zh, 'zh')).toMatchObject({
    state: 'paused',
    headline: '暂停计时',
    line: expect.stringContaining('暂停 3 天') as string,
  })
})

test('the last day, and past it, is said plainly', () => {
  const clock = (remaining: number) =>
    clockOf(
      aCase({
        clock: { running: true, committed: { ...committed, elapsed: 8 - remaining, remaining }, entries: [entry('start', '2026-03-03')] },
      }),
      now,
      zh,
      'zh',
    )
  expect(clock(0)).toMatchObject({ headline: '今天到期', over: false, used: 1 })
  expect(clock(-2)).toMatchObject({ headline: '已超过 2 个工作日', over: true, used: 1 })
})

test('only a limit in working days says that weekends and holidays do not count', () => {
  const inDays = { running: true, committed: { ...committed, unit: 'calendarDay' as const }, entries: [entry('start', '2026-03-03')] }
  expect(clockOf(aCase({ clock: inDays }), now, zh, 'zh')?.note).toBe('按日历天数计算，周末和法定节假日也计入。')
})

test('before acceptance there is no clock, and after completion no due day', () => {
  expect(clockOf(aCase({ state: 'submitted' }), now, zh, 'zh')).toBeUndefined()
  const stopped = { running: false, committed, entries: [entry('start', '2026-03-03'), entry('stop', '2026-03-09')] }
  expect(clockOf(aCase({ state: 'completed', clock: stopped }), now, zh, 'zh')).toMatchObject({ state: 'stopped', due: '' })
})
