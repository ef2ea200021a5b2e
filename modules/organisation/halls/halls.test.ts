import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk, aUser, openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { organisation } from '../index.ts'
import { aBody, aHall, homeBody, places } from '../testing.ts'

const keeper = aClerk(['organisation.manageHalls'])
const centre = {
  name: '上城区政务服务中心',
  kind: 'hall',
  division: places.county,
  bodyCode: homeBody,
  address: '上城区样例路1号3楼',
  openingHours: '工作日 9:00–17:00',
}

test('halls with counters stand at city, county and township, and each is found in its place', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act, { division: places.city }))
  const cityKeeper = aClerk(['organisation.manageHalls'])
  for (const division of [places.city, places.county, places.township]) {
    const made = await hall.as(cityKeeper).post('/halls', { ...centre, division })
    expect(made.status).toBe(200)
    const counter = await hall.as(cityKeeper).post(`/halls/${made.body.id}/counters`, { number: 'A01', name: '综合窗口', kind: 'oneStop' })
    expect((await hall.stranger.get(`/halls/${made.body.id}`)).body).toEqual({ ...made.body, counters: [counter.body] })
  }
  const found = async (division: string) => (await hall.stranger.get(`/halls?division=${division}`)).body.items.length
  expect([await found(places.city), await found(places.county), await found(places.township), await found(places.otherCity)]).toEqual([
    3, 2, 1, 0,
  ])
})

test('a village has its agency point', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act))
  const point = await hall.as(keeper).post('/halls', { ...centre, name: '清波门社区代办点', kind: 'agency', division: places.village })
  expect(point).toMatchObject({ status: 200, body: { kind: 'agency', division: places.village, state: 'open' } })
})

test('a hall that closes is no longer shown to those who look for one', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const { id } = await hall.act((act) => aHall(act))
  const closed = await hall.as(keeper).patch(`/halls/${id}`, { state: 'closed' })
  expect(closed.body).toMatchObject({ state: 'closed', address: '上城区样例路1号' })
  expect((await hall.stranger.get(`/halls?division=${places.county}`)).body.items).toEqual([])
  expect((await hall.stranger.get(`/halls/${id}`)).body.state).toBe('closed')
  expect((await hall.published()).at(-1)).toEqual({ name: 'hall.changed', body: { hallId: id, division: places.county } })
})

test('two halls of one name, two counters of one number, and counters of nobody are refused', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const { id } = await hall.act((act) => aHall(act))
  const second = await hall.act((act) => aHall(act, { name: '第二大厅' }))
  expect((await hall.as(keeper).post('/halls', centre)).body.type).toBe('hall.exists')
  expect((await hall.as(keeper).patch(`/halls/${second.id}`, { name: centre.name })).body.type).toBe('hall.exists')
  const counter = { number: 'B02', name: '公安窗口', kind: 'body', bodyCode: homeBody }
  expect((await hall.as(keeper).post(`/halls/${id}/counters`, counter)).status).toBe(200)
  expect((await hall.as(keeper).post(`/halls/${id}/counters`, counter)).body.type).toBe('hall.counterExists')
  const nobody = { number: 'B03', name: '窗口', kind: 'body' }
  expect((await hall.as(keeper).post(`/halls/${id}/counters`, nobody)).body.type).toBe('hall.counterBodyMissing')
  const unknown = { ...counter, number: 'B04', bodyCode: inventedUscc({ nth: 5 }) }
  expect((await hall.as(keeper).post(`/halls/${id}/counters`, unknown)).body.type).toBe('body.notFound')
  expect((await hall.stranger.get(`/halls/${id}`)).body.counters).toHaveLength(1)
})

test('only who runs a hall changes it', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const { id } = await hall.act((act) => aHall(act))
  const elsewhere = aClerk(['organisation.manageHalls'], { body: inventedUscc({ nth: 6 }) })
  const tries = [
    (visitor: typeof hall.stranger) => visitor.post('/halls', { ...centre, name: '别的' }),
    (visitor: typeof hall.stranger) => visitor.patch(`/halls/${id}`, { state: 'closed' }),
    (visitor: typeof hall.stranger) => visitor.post(`/halls/${id}/counters`, { number: '1', name: '窗口', kind: 'oneStop' }),
  ]
  for (const attempt of tries) {
    expect((await attempt(hall.stranger)).status).toBe(401)
    expect((await attempt(hall.as(aUser()))).status).toBe(403)
    expect(await attempt(hall.as(elsewhere))).toMatchObject({ status: 403, body: { type: 'body.outOfReach' } })
  }
  expect((await hall.stranger.get(`/halls/${id}`)).body).toMatchObject({ state: 'open', counters: [] })
})
