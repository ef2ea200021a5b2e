import { anOldAccount } from '@yiwang/identity/testing'
import { inventedPersonId } from '@yiwang/standards/testing'
import { aUser } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { openBooking, workweek, type BookingHall } from './booking-hall.testing.ts'

const book = (office: BookingHall, body: unknown, by = office.person) => office.hall.as(by).post('/my/appointments', body)

test('R5A-176 R5A-178 R5A-179 R5A-180 one sees halls, counters, days and times, signs in, books, and gets a number or the reason', async (t) => {
  const office = await openBooking(t)
  const { hall, hallId, counterId } = office
  const item = await office.item()
  const code = await office.offer(item)
  const halls = await hall.stranger.get(`/items/${code}/halls`)
  expect(halls.body.items).toMatchObject([{ hallId, name: '上城区政务服务中心', counters: [{ id: counterId, number: 'A01' }] }])
  const { body: free } = await hall.stranger.get(`/items/${code}/halls/${hallId}/days`)
  expect(free).toMatchObject({ from: '2026-03-03', to: '2026-03-09' })
  expect(free.days.map(({ day }: { day: string }) => day)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09'])
  expect(free.days[0].slots).toEqual([
    { begins: '09:00', ends: '10:00', quota: 2, left: 2 },
    { begins: '14:00', ends: '15:00', quota: 2, left: 2 },
  ])
  expect((await hall.stranger.post('/my/appointments', office.wish(item))).body.type).toBe('request.signInNeeded')
  expect((await book(office, office.wish(item), office.clerk)).status).toBe(403)
  expect((await book(office, office.wish(item, { counterId: office.pickUpId }))).body.type).toBe('appointment.counterDoesNotFit')
  expect((await book(office, office.wish(item, { begins: '10:30' }))).body.type).toBe('appointment.noSuchSlot')
  expect(await hall.published()).not.toContainEqual(expect.objectContaining({ name: 'appointment.booked' }))

  const done = await book(office, office.wish(item))
  expect(done).toMatchObject({
    status: 201,
    body: {
      number: expect.stringMatching(/^A260302\d{7}$/),
      state: 'booked',
      counter: 'A01 综合窗口',
      channel: 'portal',
      cancellable: true,
    },
  })
  expect((await hall.stranger.get(`/items/${code}/halls/${hallId}/days`)).body.days[0].slots[0].left).toBe(1)
  expect((await hall.as(office.person).get('/my/messages')).body.items[0].text).toContain(done.body.number)
  const rows = await hall.act(({ tx }) => tx.selectFrom('hall.appointment').selectAll().execute())
  expect(JSON.stringify(rows)).not.toContain('13800000001')
})

test('R5A-181 only working days from tomorrow to the seventh are booked; a weekend that is worked by the calendar too', async (t) => {
  const office = await openBooking(t, { now: '2026-02-09T09:00:00+08:00' })
  const item = await office.item()
  await office.offer(item, { slots: workweek() })
  const typeOn = async (day: string, begins = '09:00') => (await book(office, office.wish(item, { day, begins }))).body.type
  // Monday; Saturday 14 is worked for the Spring Festival, which begins on Sunday 15.
  for (const day of ['2026-02-08', '2026-02-09', '2026-02-17', '2026-02-15', '2026-02-16'])
    expect([day, await typeOn(day)]).toEqual([day, 'appointment.dayOutside'])
  expect(await typeOn('2026-02-10', '12:30')).toBe('appointment.noSuchSlot')
  expect(await typeOn('2026-02-30')).toBe('request.invalid')
  expect((await book(office, office.wish(item, { day: '2026-02-14' }))).status).toBe(201)
  office.hall.clock.set('2026-03-02T09:00:00+08:00')
  const second = await book(
    office,
    office.wish(await office.item({ name: '另一事项' }).then(async (one) => (await office.offer(one), one)), { day: '2026-03-09' }),
  )
  expect(second.status).toBe(201)
  expect(await typeOn('2026-03-07')).toBe('appointment.dayOutside')
})

test('R5A-183 of sixty at once five get the five places; a place given up is free again', async (t) => {
  const office = await openBooking(t, { connections: 8 })
  const { hall, hallId } = office
  const item = await office.item()
  const code = await office.offer(item, { slots: workweek(5) })
  const people = await hall.act(async (act) => {
    const made: string[] = []
    for (let order = 10; order < 70; order += 1) {
      const number = inventedPersonId({ division: '330102', birth: '1988-05-06', order })
      made.push((await anOldAccount(act, { number, phone: `139000000${order}`, name: `张${order}` })).id)
    }
    return made
  })
  const answers = await Promise.all(people.map((id) => book(office, office.wish(item), aUser(id))))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
  expect(answers.filter(({ body }) => body.type === 'appointment.full')).toHaveLength(55)
  const rows = await hall.act(({ tx }) => tx.selectFrom('hall.appointment').select('number').execute())
  expect(rows).toHaveLength(5)
  const left = async () => (await hall.stranger.get(`/items/${code}/halls/${hallId}/days`)).body.days[0].slots[0].left
  expect(await left()).toBe(0)
  const winner = answers.findIndex(({ status }) => status === 201)
  const loser = answers.findIndex(({ status }) => status === 409)
  const gone = await hall.as(aUser(people[winner])).post(`/my/appointments/${answers[winner]?.body.number}/cancellation`)
  expect(gone.body.state).toBe('cancelled')
  expect(await left()).toBe(1)
  expect((await book(office, office.wish(item), aUser(people[loser]))).status).toBe(201)
  expect((await book(office, office.wish(item), office.person)).body.type).toBe('appointment.full')
})

test('R5A-184 one document number has one open appointment for an item, whoever books it and wherever', async (t) => {
  const office = await openBooking(t, { connections: 4 })
  const { hall, hallId, person, clerk } = office
  const [item, other] = [await office.item(), await office.item({ name: '另一事项' })]
  await office.offer(item)
  await office.offer(other)
  const both = await Promise.all([1, 2].map(() => book(office, office.wish(item))))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const number = both.find(({ status }) => status === 201)?.body.number
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ type: 'appointment.alreadyBooked', number })
  expect((await book(office, office.wish(item, { begins: '14:00' }), { ...person, channel: 'phone' })).body.type).toBe(
    'appointment.alreadyBooked',
  )
  const same = inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 })
  const { hallId: _, ...wish } = office.wish(item, { begins: '14:00' }) as { hallId: string }
  const forHim = { ...wish, kind: 'person', name: '张测试', holderNumber: same, phone: '13700000000' }
  expect((await hall.as(clerk).post(`/halls/${hallId}/appointments`, forHim)).body.type).toBe('appointment.alreadyBooked')
  expect((await book(office, office.wish(other))).status).toBe(201)
  await hall.as(person).post(`/my/appointments/${number}/cancellation`)
  const again = await hall.as(clerk).post(`/halls/${hallId}/appointments`, forHim)
  expect(again).toMatchObject({ status: 201, body: { channel: 'counter' } })
  expect((await book(office, office.wish(item))).body.type).toBe('appointment.alreadyBooked')
  hall.clock.set('2026-03-03T14:10:00+08:00')
  expect((await hall.as(clerk).post(`/appointments/${again.body.number}/service`)).body.state).toBe('served')
  expect((await book(office, office.wish(item, { day: '2026-03-04' }))).status).toBe(201)
})

test('R5A-191 one cancels one’s own until its time is over, and nobody else’s', async (t) => {
  const office = await openBooking(t)
  const { hall, person, otherPerson } = office
  const [item, other] = [await office.item(), await office.item({ name: '另一事项' })]
  await office.offer(item)
  await office.offer(other)
  const first = (await book(office, office.wish(item))).body.number
  const second = (await book(office, office.wish(other))).body.number
  const cancel = (number: string, by = person) => hall.as(by).post(`/my/appointments/${number}/cancellation`)
  expect((await hall.stranger.post(`/my/appointments/${first}/cancellation`)).status).toBe(401)
  expect((await cancel(first, otherPerson)).body.type).toBe('appointment.notFound')
  expect((await hall.as(otherPerson).get(`/my/appointments/${first}`)).body.type).toBe('appointment.notFound')
  expect((await hall.as(otherPerson).get('/my/appointments')).body.items).toEqual([])
  hall.clock.set('2026-03-03T09:59:59+08:00')
  expect((await cancel(first)).body).toMatchObject({ state: 'cancelled', cancellable: false })
  expect((await cancel(first)).body.type).toBe('appointment.notLawful')
  hall.clock.set('2026-03-03T10:00:00+08:00')
  expect((await cancel(second)).body.type).toBe('appointment.tooLate')
  const { body } = await hall.as(person).get('/my/appointments?limit=1')
  expect(body.items).toHaveLength(1)
  const rest = await hall.as(person).get(`/my/appointments?after=${body.next}`)
  expect([...body.items, ...rest.body.items].map(({ state }: { state: string }) => state).toSorted()).toEqual(['booked', 'cancelled'])
  const taken = await hall.act(({ tx }) => tx.selectFrom('hall.slot_day').select(['implementation_code', 'taken']).execute())
  expect(taken.find((row) => row.implementation_code === item.implementationCode)?.taken).toBe(0)
})
