import { inventedPersonId } from '@yiwang/standards/testing'
import { expect, test } from 'vitest'
import { openBooking, type BookingHall } from './booking-hall.testing.ts'

const remind = (office: BookingHall) => office.hall.runJob('hall.remind')
const texts = async (office: BookingHall) =>
  (await office.hall.as(office.person).get('/my/messages')).body.items.map(({ text }: { text: string }) => text) as string[]

test('R5A-189 R5A-190 one is reminded once, some hours before, and told where to cancel; not of what was cancelled', async (t) => {
  const office = await openBooking(t, { settings: { appointmentReminderHours: 3, publicUrl: 'https://yiwang.example' } })
  const { hall, person } = office
  const [item, other] = [await office.item(), await office.item({ name: '另一事项' })]
  await office.offer(item)
  await office.offer(other)
  const book = async (one: typeof item) => (await hall.as(person).post('/my/appointments', office.wish(one))).body.number as string
  const [kept, gone] = [await book(item), await book(other)]
  await hall.as(person).post(`/my/appointments/${gone}/cancellation`)
  const reminders = async () => (await texts(office)).filter((text) => text.includes('须取消预约'))
  hall.clock.set('2026-03-03T05:59:00+08:00')
  await remind(office)
  expect(await reminders()).toEqual([])
  hall.clock.set('2026-03-03T06:00:00+08:00')
  await remind(office)
  await remind(office)
  await hall.settle()
  const link = `/my/appointments/${kept}`
  expect(await reminders()).toEqual([expect.stringContaining(`https://yiwang.example${link}`)])
  expect(JSON.stringify(office.postbox)).toContain(link)
  expect((await hall.as(person).post(`${link}/cancellation`)).body.state).toBe('cancelled')
})

/** Books the day after the clock's and lets it pass. */
async function aMiss(office: BookingHall, item: Awaited<ReturnType<BookingHall['item']>>, day: string): Promise<void> {
  const answer = await office.hall.as(office.person).post('/my/appointments', office.wish(item, { day }))
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  const next = `2026-03-${String(Number(day.slice(8)) + 1).padStart(2, '0')}`
  office.hall.clock.set(`${next}T00:20:00+08:00`)
  await office.hall.runJob('hall.miss')
}

test('R5A-193 after three missed one still books; a fourth within the month suspends, with reason and end', async (t) => {
  const office = await openBooking(t, { settings: { appointmentSuspensionDays: 30 } })
  const { hall, person, clerk, hallId } = office
  const item = await office.item()
  await office.offer(item)
  for (const day of ['03', '04', '05']) {
    hall.clock.set(`2026-03-${String(Number(day) - 1).padStart(2, '0')}T09:00:00+08:00`)
    await aMiss(office, item, `2026-03-${day}`)
  }
  await aMiss(office, item, '2026-03-09')
  expect((await hall.published()).filter(({ name }) => name === 'appointment.missed')).toHaveLength(4)
  const wish = office.wish(item, { day: '2026-03-11' })
  const refused = await hall.as(person).post('/my/appointments', wish)
  expect(refused).toMatchObject({ status: 409, body: { type: 'appointment.suspended', misses: 4, until: '2026-04-09' } })
  expect(refused.body.title).toContain('2026-04-09')
  expect(await texts(office)).toContainEqual(expect.stringContaining('失约 4 次'))
  // At the counter he is helped all the same.
  const { hallId: _, ...rest } = wish as { hallId: string }
  const number = inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 })
  const forHim = { ...rest, kind: 'person', name: '张测试', holderNumber: number, phone: '13700000000' }
  const helped = await hall.as(clerk).post(`/halls/${hallId}/appointments`, forHim)
  expect(helped.status).toBe(201)
  await hall.as(clerk).post(`/appointments/${helped.body.number}/cancellation`, { reason: '本人不来' })
  hall.clock.set('2026-04-09T00:30:00+08:00')
  expect((await hall.as(person).post('/my/appointments', office.wish(item, { day: '2026-04-10' }))).status).toBe(201)
})

test('how many are borne, within which days and for how long is set; a suspension is lifted with a reason', async (t) => {
  const settings = { appointmentMisses: 0, appointmentSuspensionDays: 2, appointmentMissDays: 5 }
  const office = await openBooking(t, { settings })
  const { hall, person, clerk, otherClerk } = office
  const item = await office.item()
  await office.offer(item)
  await aMiss(office, item, '2026-03-03')
  const wish = office.wish(item, { day: '2026-03-05' })
  expect((await hall.as(person).post('/my/appointments', wish)).body).toMatchObject({ type: 'appointment.suspended', until: '2026-03-06' })
  const { body } = await hall.as(clerk).get('/appointment-suspensions')
  expect(body.items).toMatchObject([{ holderName: '张测试', misses: 1 }])
  const lift = (by: typeof clerk) => hall.as(by).post(`/appointment-suspensions/${body.items[0].id}/lifting`, { reason: '住院，有证明' })
  expect((await lift(otherClerk)).body.type).toBe('appointment.suspensionNotFound')
  expect((await lift(clerk)).body).toMatchObject({ liftReason: '住院，有证明' })
  expect((await lift(clerk)).body.type).toBe('appointment.suspensionNotFound')
  expect((await hall.as(person).post('/my/appointments', wish)).status).toBe(201)
})

test('as an installation begins nobody is suspended: a hall that notes by hand who came may have forgotten it', async (t) => {
  const office = await openBooking(t, { settings: { appointmentMisses: 0 } })
  const item = await office.item()
  await office.offer(item)
  await aMiss(office, item, '2026-03-03')
  expect((await office.hall.published()).map(({ name }) => name)).toContain('appointment.missed')
  expect((await office.hall.as(office.person).post('/my/appointments', office.wish(item, { day: '2026-03-05' }))).status).toBe(201)
})

test('who was served or cancelled in time missed nothing', async (t) => {
  const office = await openBooking(t, { settings: { appointmentMisses: 0, appointmentSuspensionDays: 30 } })
  const { hall, person, clerk } = office
  const [item, other] = [await office.item(), await office.item({ name: '另一事项' })]
  await office.offer(item)
  await office.offer(other)
  const served = (await hall.as(person).post('/my/appointments', office.wish(item))).body.number
  const cancelled = (await hall.as(person).post('/my/appointments', office.wish(other))).body.number
  await hall.as(person).post(`/my/appointments/${cancelled}/cancellation`)
  hall.clock.set('2026-03-03T09:10:00+08:00')
  await hall.as(clerk).post(`/appointments/${served}/service`)
  hall.clock.set('2026-03-04T00:20:00+08:00')
  await hall.runJob('hall.miss')
  expect((await hall.published()).map(({ name }) => name)).not.toContain('appointment.missed')
  expect((await hall.as(person).post('/my/appointments', office.wish(item, { day: '2026-03-05' }))).status).toBe(201)
})
