import { aClerk } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { openBooking, workweek } from './booking-hall.testing.ts'

test('R5B-048 the hall finds, confirms and cancels appointments, and the one who booked sees it', async (t) => {
  const office = await openBooking(t)
  const { hall, hallId, person, clerk, otherClerk } = office
  const [item, other] = [await office.item(), await office.item({ name: '另一事项' })]
  await office.offer(item)
  await office.offer(other)
  const first = (await hall.as(person).post('/my/appointments', office.wish(item))).body.number
  const second = (await hall.as({ ...person, channel: 'phone' }).post('/my/appointments', office.wish(other, { day: '2026-03-04' }))).body
    .number
  const desk = hall.as(clerk)
  const found = await desk.get(`/halls/${hallId}/appointments`)
  expect(found.body.items).toMatchObject([
    { number: first, state: 'booked', holderName: '张测试', phone: '138****0001', channel: 'portal' },
    { number: second, channel: 'phone' },
  ])
  expect(JSON.stringify(found.body)).not.toContain('19900307')
  expect((await desk.get(`/halls/${hallId}/appointments?day=2026-03-04`)).body.items).toMatchObject([{ number: second }])
  expect((await desk.post(`/appointments/${first}/confirmation`)).body.state).toBe('confirmed')
  expect((await desk.post(`/appointments/${first}/confirmation`)).body.type).toBe('appointment.notLawful')
  expect((await desk.post(`/appointments/${second}/cancellation`, { reason: '  ' })).status).toBe(400)
  expect((await desk.post(`/appointments/${second}/cancellation`, { reason: '系统升级' })).body.state).toBe('cancelled')
  expect((await hall.as(person).get(`/my/appointments/${first}`)).body.state).toBe('confirmed')
  expect((await hall.as(person).get(`/my/appointments/${second}`)).body).toMatchObject({ state: 'cancelled', cancelReason: '系统升级' })
  expect(JSON.stringify((await hall.as(person).get('/my/messages')).body)).toContain('系统升级')
  expect((await desk.get(`/halls/${hallId}/appointments?state=confirmed`)).body.items).toHaveLength(1)
  expect((await hall.as(otherClerk).get(`/halls/${hallId}/appointments`)).body.items).toEqual([])
})

test('who is served is served on the day, and once', async (t) => {
  const office = await openBooking(t)
  const item = await office.item()
  await office.offer(item)
  const { number } = (await office.hall.as(office.person).post('/my/appointments', office.wish(item))).body
  const serve = () => office.hall.as(office.clerk).post(`/appointments/${number}/service`)
  expect((await serve()).body.type).toBe('appointment.notLawful')
  office.hall.clock.set('2026-03-03T09:05:00+08:00')
  expect((await serve()).body.state).toBe('served')
  expect((await serve()).body.type).toBe('appointment.notLawful')
})

test('strangers, users and clerks of another body do nothing at the desk', async (t) => {
  const office = await openBooking(t)
  const { hall, hallId, person, otherClerk } = office
  const item = await office.item()
  const code = await office.offer(item)
  const { number } = (await hall.as(person).post('/my/appointments', office.wish(item))).body
  const { hallId: _, ...wish } = office.wish(item) as { hallId: string }
  const forSomebody = { ...wish, kind: 'person', name: '王五', holderNumber: '330102199003070012', phone: '13700000000' }
  const offer = { open: false, counterIds: [office.counterId], slots: workweek() }
  const tries: [method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object][] = [
    ['get', `/halls/${hallId}/appointments`],
    ['post', `/halls/${hallId}/appointments`, forSomebody],
    ['post', `/appointments/${number}/confirmation`],
    ['post', `/appointments/${number}/cancellation`, { reason: '没有理由' }],
    ['post', `/appointments/${number}/service`],
    ['get', `/halls/${hallId}/offers`],
    ['put', `/halls/${hallId}/offers/${code}`, offer],
    ['get', `/halls/${hallId}/days`],
    ['put', `/halls/${hallId}/days/2026-03-03`, { kind: 'closed', reason: '没有理由' }],
    ['delete', `/halls/${hallId}/days/2026-03-03`],
    ['get', '/appointment-suspensions'],
    ['post', '/appointment-suspensions/01890a5d-ac96-774b-bcce-b302099a8057/lifting', { reason: '没有理由' }],
  ]
  for (const [method, path, body] of tries) {
    const as = async (by: ReturnType<typeof hall.as>) => (await by[method](path, body)).status
    expect([path, await as(hall.stranger), await as(hall.as(person)), await as(hall.as(aClerk([])))]).toEqual([path, 401, 403, 403])
    const elsewhere = await hall.as(otherClerk)[method](path, body)
    expect([path, elsewhere.status >= 400 || elsewhere.body.items.length === 0]).toEqual([path, true])
  }
  for (const path of ['/my/appointments', `/my/appointments/${number}`])
    expect([path, (await hall.stranger.get(path)).status]).toEqual([path, 401])
  expect((await hall.as(person).get(`/my/appointments/${number}`)).body.state).toBe('booked')
})
