import { organisation } from '@yiwang/organisation'
import { openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { catalogue } from '../index.ts'
import { aPublishedImplementation } from '../testing.ts'

const modules = [organisation, catalogue]

test('a published item is a public guide with all it needs', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  const answer = await hall.stranger.get(`/items/${item.implementationCode}`)
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ state: 'inForce', version: 1, bodyName: '上城区样例局', divisionName: '上城区' })
  expect((await hall.published()).map(({ name }) => name)).toContain('item.published')
})
