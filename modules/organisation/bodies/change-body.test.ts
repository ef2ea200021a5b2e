import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk, aUser, openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { getActiveBody, grantsOf, organisation } from '../index.ts'
import { aBody, aStaffMemberWho, homeBody, places } from '../testing.ts'

const keeper = aClerk(['organisation.manageBodies'])
const other = inventedUscc({ kind: '11', nth: 7 })
const ofOther = aClerk(['organisation.manageBodies'], { body: other })

test('a body is set to examine its cases here or in a system of its own', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act))
  const changed = await hall.as(keeper).patch(`/bodies/${homeBody}`, { buildMode: 'separate', duties: ['legal'] })
  expect(changed).toMatchObject({ status: 200, body: { buildMode: 'separate', duties: ['legal'], name: '上城区样例局' } })
  expect((await hall.stranger.get(`/bodies/${homeBody}`)).body).toEqual(changed.body)
  expect((await hall.published()).at(-1)).toEqual({
    name: 'body.changed',
    body: { code: homeBody, division: places.county, changed: ['buildMode', 'duties'] },
  })
  expect((await hall.as(keeper).patch(`/bodies/${homeBody}`, { buildMode: 'both' })).status).toBe(400)
  expect((await hall.as(keeper).patch(`/bodies/${homeBody}`, { division: '330106' })).status).toBe(400)
  expect((await hall.as(keeper).patch(`/bodies/${homeBody}`, {})).status).toBe(400)
})

test('only who administers a body changes or abolishes it', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act))
  for (const [path, body] of [
    [`/bodies/${homeBody}`, { name: '别名' }],
    [`/bodies/${homeBody}/retirement`, {}],
    [`/bodies/${homeBody}/departments`, { name: '审批科' }],
    [`/bodies/${homeBody}/posts`, { code: 'examiner', name: '审查岗', duty: '审查' }],
  ] as const) {
    const send = (visitor: ReturnType<typeof hall.as>) =>
      path.split('/').length === 3 ? visitor.patch(path, body) : visitor.post(path, body)
    expect((await send(hall.stranger)).status).toBe(401)
    expect((await send(hall.as(aUser()))).status).toBe(403)
    expect(await send(hall.as(ofOther))).toMatchObject({ status: 403, body: { type: 'body.outOfReach' } })
  }
  expect((await hall.published()).map((event) => event.name)).toEqual(['divisions.loaded', 'body.registered'])
  expect((await hall.stranger.get(`/bodies/${homeBody}`)).body.name).toBe('上城区样例局')
  expect((await hall.stranger.get(`/bodies/${homeBody}/departments`)).body).toEqual({ items: [] })
})

test('an abolished body does nothing more, its staff lose their rights, and its record names the successor', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act))
  await hall.act((act) => aBody(act, { code: other, name: '承接局' }))
  const clerk = await hall.act((act) => aStaffMemberWho(act, ['organisation.manageHalls']))
  expect(await hall.act((act) => grantsOf(act.tx, clerk.id))).toHaveLength(1)
  for (const successor of [homeBody, inventedUscc({ kind: '11', nth: 9 })]) {
    expect((await hall.as(keeper).post(`/bodies/${homeBody}/retirement`, { successor })).body.type).toBe('body.successorInvalid')
  }
  const retired = await hall.as(keeper).post(`/bodies/${homeBody}/retirement`, { successor: other })
  expect(retired).toMatchObject({ status: 200, body: { state: 'retired', successor: other } })
  expect((await hall.as(keeper).post(`/bodies/${homeBody}/retirement`, {})).body.type).toBe('body.retired')
  expect((await hall.as(keeper).patch(`/bodies/${homeBody}`, { name: '又来' })).body.type).toBe('body.retired')
  await expect(hall.act((act) => getActiveBody(act.tx, homeBody))).rejects.toMatchObject({ code: 'body.retired' })
  expect(await hall.act((act) => grantsOf(act.tx, clerk.id))).toEqual([])
  expect((await hall.published()).filter((event) => event.name === 'body.retired')).toHaveLength(1)
})

test('departments and posts belong to one body, each name and code once', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act))
  await hall.act((act) => aBody(act, { code: other, name: '另一局' }))
  const office = await hall.as(keeper).post(`/bodies/${homeBody}/departments`, { name: '审批科' })
  const inner = await hall.as(keeper).post(`/bodies/${homeBody}/departments`, { name: '受理组', parent: office.body.id })
  expect(inner.body).toMatchObject({ bodyCode: homeBody, parent: office.body.id })
  expect((await hall.as(keeper).post(`/bodies/${homeBody}/departments`, { name: '审批科' })).body.type).toBe('body.departmentExists')
  const stranger = await hall.as(ofOther).post(`/bodies/${other}/departments`, { name: '科', parent: office.body.id })
  expect(stranger.body.type).toBe('body.departmentNotFound')
  const post = { code: 'examiner', name: '审查岗', duty: '书面审查与现场核查' }
  expect((await hall.as(keeper).post(`/bodies/${homeBody}/posts`, post)).body).toEqual({ bodyCode: homeBody, ...post })
  expect((await hall.as(keeper).post(`/bodies/${homeBody}/posts`, post)).body.type).toBe('body.postExists')
  expect((await hall.as(ofOther).post(`/bodies/${other}/posts`, post)).status).toBe(200)
  const second = { code: 'inspector', name: '核查岗', duty: '现场核查' }
  expect((await hall.as(keeper).post(`/bodies/${homeBody}/posts`, second)).status).toBe(200)
  for (const [list, names] of [
    ['departments', ['审批科', '受理组']],
    ['posts', ['审查岗', '核查岗']],
  ] as const) {
    const first = (await hall.stranger.get(`/bodies/${homeBody}/${list}?limit=1`)).body
    const rest = (await hall.stranger.get(`/bodies/${homeBody}/${list}?limit=1&after=${first.next}`)).body
    expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(names)
    expect(rest.next).toBeUndefined()
  }
})
