import { expect, test } from 'vitest'
import { openBooking, workweek } from './booking-hall.testing.ts'

test('R5A-182 R5B-050 the hall sets times and places for each item; only those are booked, and no more than there are', async (t) => {
  const office = await openBooking(t)
  const { hall, hallId, counterId, person, otherPerson } = office
  const item = await office.item()
  const path = `/halls/${hallId}/offers/${item.implementationCode}`
  const desk = hall.as(office.clerk)
  const set = (quota: unknown, more = {}) =>
    desk.put(path, { open: true, counterIds: [counterId], slots: [{ weekday: 2, begins: '09:00', ends: '10:00', quota, ...more }] })
  for (const quota of [0, -1, 1.5, '3', null]) expect([quota, (await set(quota)).status]).toEqual([quota, 400])
  expect((await set(1, { ends: '08:00' })).body.type).toBe('appointment.slotsOverlap')
  expect((await set(1, { begins: '06:00', ends: '07:00' })).body).toMatchObject({
    type: 'appointment.slotOutsideHours',
    title: expect.stringContaining('周二 Tue 06:00–07:00'),
  })
  const closed = { open: true, counterIds: [office.pickUpId], slots: workweek() }
  expect((await desk.put(path, closed)).body.type).toBe('appointment.counterDoesNotFit')
  expect((await desk.get(`/halls/${hallId}/offers`)).body.items).toEqual([])
  expect((await set(1)).status).toBe(200)
  expect((await desk.get(`/halls/${hallId}/offers`)).body.items).toMatchObject([{ itemName: item.name, slots: [{ weekday: 2, quota: 1 }] }])
  const book = (by: typeof person, over = {}) => hall.as(by).post('/my/appointments', office.wish(item, over))
  expect((await book(person, { day: '2026-03-04' })).body.type).toBe('appointment.dayOutside')
  expect((await book(person, { begins: '14:00' })).body.type).toBe('appointment.noSuchSlot')
  expect((await book(person)).status).toBe(201)
  expect((await book(otherPerson)).body.type).toBe('appointment.full')
  expect((await set(2)).status).toBe(200)
  expect((await book(otherPerson)).status).toBe(201)
  hall.clock.set('2026-03-03T08:00:00+08:00')
  expect((await book(person)).body.type).toBe('appointment.dayOutside')
})

test('R5B-049 what the hall does not open, or what by its guide takes no appointments, is not booked', async (t) => {
  const office = await openBooking(t)
  const { hall, hallId, counterId, person } = office
  const item = await office.item()
  const book = (one = item) => hall.as(person).post('/my/appointments', office.wish(one))
  expect((await book()).body.type).toBe('appointment.notOffered')
  await office.offer(item, { open: false })
  expect((await book()).body.type).toBe('appointment.notOffered')
  expect((await hall.stranger.get(`/items/${item.implementationCode}/halls`)).body.items).toEqual([])
  await office.offer(item)
  expect((await book()).status).toBe(201)
  const never = await office.item({ name: '不可预约的事项', appointment: false })
  const input = { open: true, counterIds: [counterId], slots: workweek() }
  const refused = await hall.as(office.clerk).put(`/halls/${hallId}/offers/${never.implementationCode}`, input)
  expect(refused.body.type).toBe('appointment.itemNotBookable')
  expect((await book(never)).body.type).toBe('appointment.notOffered')
})

test('a day the hall closes tells those who had booked it; an extra day opens', async (t) => {
  const office = await openBooking(t)
  const { hall, hallId, person } = office
  const item = await office.item()
  const code = await office.offer(item)
  const { number } = (await hall.as(person).post('/my/appointments', office.wish(item))).body
  const desk = hall.as(office.clerk)
  const put = (day: string, body: object) => desk.put(`/halls/${hallId}/days/${day}`, body)
  expect((await put('2026-03-01', { kind: 'closed', reason: '搬迁' })).body.type).toBe('appointment.dayPast')
  expect((await put('2026-03-03', { kind: 'closed', reason: '供电检修' })).body).toMatchObject({ kind: 'closed', cancelled: 1 })
  expect((await hall.as(person).get(`/my/appointments/${number}`)).body).toMatchObject({ state: 'cancelled', cancelReason: '供电检修' })
  expect((await hall.as(person).post('/my/appointments', office.wish(item))).body.type).toBe('appointment.dayOutside')
  expect((await put('2026-03-07', { kind: 'extra', asWeekday: 1, reason: '周六加开' })).status).toBe(200)
  const days = async () => (await hall.stranger.get(`/items/${code}/halls/${hallId}/days`)).body.days.map((one: { day: string }) => one.day)
  expect(await days()).toEqual(['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-09'])
  expect((await desk.get(`/halls/${hallId}/days`)).body.items).toHaveLength(2)
  expect((await desk.delete(`/halls/${hallId}/days/2026-03-03`)).status).toBe(204)
  expect((await desk.delete(`/halls/${hallId}/days/2026-03-03`)).body.type).toBe('appointment.exceptionNotFound')
  expect((await days())[0]).toBe('2026-03-03')
})
