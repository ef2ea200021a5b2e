import { expect, test } from 'vitest'
import { anApi, refused } from '../testing.ts'
import { loadThemes } from './themes.ts'

test("themes stand in the guide's order, that of a life and that of a company, also those without services yet", async () => {
  const { api } = anApi({
    'GET /themes': { body: [{ code: 'P12', name: '婚姻登记', count: 4, items: [{ implementationCode: 'A', name: '结婚登记' }] }] },
  })
  const person = await loadThemes(api, 'person', '330106')
  const organisation = await loadThemes(api, 'organisation', '330106')
  expect([person.length, organisation.length]).toEqual([31, 34])
  expect([person[0]?.name, person.at(-1)?.name, organisation[0]?.name]).toEqual(['生育收养', '其他', '设立变更'])
  expect(person.find(({ name }) => name === '婚姻登记')).toMatchObject({
    count: 4,
    href: '/search?audience=person&theme=P12',
    items: [{ name: '结婚登记', href: '/items/A' }],
  })
})

test('without an answer the themes are still there to be chosen', async () => {
  const { api } = anApi({ 'GET /themes': refused(503, 'request.unavailable', '忙') })
  expect((await loadThemes(api, 'person', '330106')).every(({ count }) => count === 0)).toBe(true)
})
