import { officialCalendar, officialYears } from '@yiwang/standards'
import { aClerk, aUser, openHall, somebodyWaits } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { calendarAt, organisation, publishCalendarYear } from '../index.ts'
import type { CalendarYear } from '../contract.ts'

const publisher = aClerk(['organisation.publishCalendar'])
/** 2027 has 261 weekdays; the notice moves New Year to a Friday off and a Sunday on. */
const year2027: CalendarYear = {
  notice: ['https://www.gov.cn/'],
  off: [['2027-01-01', '元旦']],
  work: [['2027-01-03', '元旦']],
  workdays: 261,
}

test('until something is published, the notices of the State Council count', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  expect(await hall.act((act) => calendarAt(act))).toBe(officialCalendar)
  expect(await hall.stranger.get('/calendar/2027')).toMatchObject({ status: 404, body: { type: 'calendar.unknownYear', year: 2027 } })
  const { body } = await hall.stranger.get('/calendar/2026')
  expect(body.off).toContainEqual({ day: '2026-10-01', holiday: expect.stringContaining('国庆') })
  expect(body.off).toHaveLength(365 - (officialYears['2026']?.workdays ?? 0))
})

test('a new year lengthens the calendar; a correction is a new version under another name', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const first = await hall.as(publisher).post('/calendar/2027', year2027)
  expect(first).toMatchObject({ status: 200, body: { year: 2027, version: 1 } })
  const calendar = await hall.act((act) => calendarAt(act))
  expect([calendar.isWorkday('2027-01-01'), calendar.isWorkday('2027-01-03'), calendar.isWorkday('2027-01-04')]).toEqual([
    false,
    true,
    true,
  ])
  expect(calendar.isWorkday('2026-10-01')).toBe(false)
  expect(calendar.version).toBe(first.body.calendar)
  expect(await hall.act((act) => calendarAt(act))).toBe(calendar)

  const second = await hall.as(publisher).post('/calendar/2027', { ...year2027, work: [], workdays: 260 })
  expect(second.body).toMatchObject({ version: 2 })
  expect(second.body.calendar).not.toBe(first.body.calendar)
  expect((await hall.act((act) => calendarAt(act))).isWorkday('2027-01-03')).toBe(false)
  expect((await hall.published()).map((event) => event.name)).toEqual(['calendar.published', 'calendar.published'])
})

test('a total that does not fit, a day of another year, and a year after a gap are refused', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const post = (year: number, days: object) => hall.as(publisher).post(`/calendar/${year}`, days)
  expect(await post(2027, { ...year2027, workdays: 250 })).toMatchObject({ status: 400, body: { type: 'calendar.totalWrong' } })
  expect((await post(2027, { ...year2027, off: [['2026-05-01', '劳动节']] })).body.type).toBe('calendar.dayOutside')
  expect((await post(2028, { ...year2027, off: [], work: [] })).body.type).toBe('calendar.gap')
  expect((await post(2027, { ...year2027, off: [['2027-02-30', '元旦']] })).status).toBe(400)
  expect(await hall.published()).toEqual([])
  expect(await hall.act((act) => calendarAt(act))).toBe(officialCalendar)
})

test('two who publish at once make two versions', async (t) => {
  const hall = await openHall(t, { modules: [organisation], connections: 4 })
  const [published, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = hall.act(async (act) => {
    const made = await publishCalendarYear(act, 2027, year2027)
    published.resolve()
    await commit.promise
    return made
  })
  await published.promise
  const second = hall.as(publisher).post('/calendar/2027', year2027)
  await Promise.race([second, somebodyWaits(hall)])
  commit.resolve()
  expect([(await first).version, (await second).body.version]).toEqual([1, 2])
})

test('only who may publish does', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  expect((await hall.stranger.post('/calendar/2027', year2027)).status).toBe(401)
  expect((await hall.as(aUser()).post('/calendar/2027', year2027)).status).toBe(403)
  expect((await hall.as(aClerk(['organisation.manageBodies'])).post('/calendar/2027', year2027)).status).toBe(403)
  expect(await hall.published()).toEqual([])
})
