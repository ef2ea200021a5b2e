import { aClerk, aUser, openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { organisation } from '../index.ts'
import { aDivisionTree, places } from '../testing.ts'

test('anyone walks down from the nation and sees the way back up', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act(aDivisionTree)
  expect((await hall.stranger.get('/divisions')).body).toEqual({ items: [{ code: '000000', name: '中国', level: 'nation' }] })
  const provinces = await hall.stranger.get('/divisions?parent=000000')
  expect(provinces.body.items.map((division: { name: string }) => division.name)).toEqual(['浙江省', '山东省'])
  const first = (await hall.stranger.get('/divisions?parent=000000&limit=1')).body
  const second = (await hall.stranger.get(`/divisions?parent=000000&limit=1&after=${first.next}`)).body
  expect([first, second].map(({ items }) => items[0].name)).toEqual(['浙江省', '山东省'])
  expect(second.next).toBeUndefined()
  const county = await hall.stranger.get(`/divisions/${places.county}`)
  expect(county.body.path.map((division: { code: string }) => division.code)).toEqual(['000000', '330000', '330100', '330102'])
})

test('unknown and malformed codes are told apart', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  expect(await hall.stranger.get('/divisions/330102')).toMatchObject({ status: 404, body: { type: 'division.notFound' } })
  expect(await hall.stranger.get('/divisions/990102')).toMatchObject({ status: 400, body: { type: 'division.codeInvalid' } })
  expect((await hall.stranger.get('/divisions/33010')).status).toBe(400)
  expect((await hall.stranger.get("/divisions?parent=33'--")).status).toBe(400)
})

test('only the system administrator loads the table', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const table = [{ code: '000000', name: '中国' }]
  expect((await hall.stranger.post('/divisions', table)).status).toBe(401)
  expect((await hall.as(aUser()).post('/divisions', table)).status).toBe(403)
  expect((await hall.as(aClerk(['organisation.manageBodies'])).post('/divisions', table)).status).toBe(403)
  expect((await hall.stranger.get('/divisions')).body).toEqual({ items: [] })
  expect((await hall.as(aClerk(['organisation.manageDivisions'])).post('/divisions', table)).body).toEqual({ count: 1 })
})
