import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk, aUser, openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { BodyKind } from '../contract.ts'
import { organisation } from '../index.ts'
import { aBody, aDivisionTree, homeBody, places } from '../testing.ts'

const keeper = aClerk([], { grants: [{ permission: 'organisation.manageBodies', divisions: ['3301'] }] })
const bureau = { code: homeBody, name: '上城区样例局', kind: 'department', division: places.county }

async function openTown(t: Parameters<typeof openHall>[0], options: { connections?: number } = {}): Promise<Hall> {
  const hall = await openHall(t, { modules: [organisation], ...options })
  await hall.act(aDivisionTree)
  return hall
}
const bodyEvents = async (hall: Hall) => (await hall.published()).filter((event) => event.name.startsWith('body.'))

test('R1-01 every kind of body the law names can be registered; none, or one outside the list, is refused', async (t) => {
  const hall = await openTown(t)
  for (const [index, kind] of BodyKind.enum.entries()) {
    const code = inventedUscc({ kind: '11', nth: index + 1 })
    const answer = await hall.as(keeper).post('/bodies', { ...bureau, code, kind })
    expect(answer).toMatchObject({ status: 200, body: { code, kind, state: 'active', buildMode: 'merged', duties: [] } })
    expect((await hall.stranger.get(`/bodies/${code}`)).body).toEqual(answer.body)
  }
  const { kind: _kind, ...without } = bureau
  for (const body of [without, { ...bureau, kind: '' }, { ...bureau, kind: 'club' }, { ...bureau, kind: null }]) {
    expect(await hall.as(keeper).post('/bodies', body)).toMatchObject({ status: 400, body: { type: 'request.invalid' } })
  }
  expect(await bodyEvents(hall)).toHaveLength(BodyKind.enum.length)
  expect((await hall.stranger.get(`/bodies/${homeBody}`)).body.type).toBe('body.notFound')
})

test('a body is registered under its credit code, once', async (t) => {
  const hall = await openTown(t)
  const wrong = await hall.as(keeper).post('/bodies', { ...bureau, code: '113301020025002870' })
  expect(wrong).toMatchObject({ status: 400, body: { type: 'body.codeInvalid', fault: 'check' } })
  expect((await hall.as(keeper).post('/bodies', bureau)).status).toBe(200)
  expect(await hall.as(keeper).post('/bodies', { ...bureau, name: '另一个' })).toMatchObject({
    status: 409,
    body: { type: 'body.alreadyRegistered' },
  })
  expect(await bodyEvents(hall)).toEqual([{ name: 'body.registered', body: { code: homeBody, division: places.county } }])
})

test('two who register the same body at once: one does, the other is told', async (t) => {
  const hall = await openTown(t, { connections: 4 })
  const answers = await Promise.all(['甲局', '乙局'].map((name) => hall.as(keeper).post('/bodies', { ...bureau, name })))
  expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 409])
  expect(await bodyEvents(hall)).toHaveLength(1)
})

test('nobody registers bodies beyond his own divisions', async (t) => {
  const hall = await openTown(t)
  const beyond = { ...bureau, division: places.otherCityCounty }
  expect(await hall.as(keeper).post('/bodies', beyond)).toMatchObject({ status: 403, body: { type: 'body.outOfReach', name: '海曙区' } })
  expect((await hall.stranger.post('/bodies', bureau)).status).toBe(401)
  expect((await hall.as(aUser()).post('/bodies', bureau)).status).toBe(403)
  expect((await hall.as(aClerk(['organisation.look'])).post('/bodies', bureau)).status).toBe(403)
  expect((await hall.as(aClerk(['organisation.manageBodies'])).post('/bodies', bureau)).status).toBe(403)
  expect(await bodyEvents(hall)).toEqual([])
})

test('a superior body is an active one of this or an outer division, and never one below', async (t) => {
  const hall = await openTown(t)
  const code = (nth: number) => inventedUscc({ kind: '11', nth })
  await hall.act((act) => aBody(act, { code: code(1), division: places.city, name: '市局' }))
  await hall.act((act) => aBody(act, { code: code(2), parent: code(1), name: '区局' }))
  await hall.act((act) => aBody(act, { code: code(3), division: places.neighbourCounty, name: '邻区局' }))
  for (const parent of [code(3), code(9)]) {
    expect((await hall.as(keeper).post('/bodies', { ...bureau, parent })).body.type).toBe('body.parentInvalid')
  }
  const circle = await hall.as(keeper).patch(`/bodies/${code(1)}`, { parent: code(2) })
  expect(circle).toMatchObject({ status: 409, body: { type: 'body.parentInvalid' } })
  expect((await hall.as(keeper).patch(`/bodies/${code(1)}`, { parent: code(1) })).status).toBe(409)
  expect((await hall.as(keeper).post('/bodies', { ...bureau, parent: code(2) })).status).toBe(200)
})
