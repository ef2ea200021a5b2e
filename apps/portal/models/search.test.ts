import { expect, test } from 'vitest'
import { anApi, refused, zh } from '../testing.ts'
import { loadSearch, readAsked, searchHref } from './search.ts'

const line = {
  implementationCode: 'A',
  name: '居民身份证换领',
  summary: '换证',
  bodyName: '公安局',
  divisionName: '西湖区',
  caseKind: 'committed',
  visits: 2,
  committedLimit: { value: 20, unit: 'calendarDay' },
}
const facets = [
  { name: 'theme', values: [{ value: 'P17', label: '证件办理', count: 3 }] },
  {
    name: 'audience',
    values: [
      { value: 'person', label: '个人', count: 5 },
      { value: 'organisation', label: '法人', count: 2 },
    ],
  },
]
const page = {
  items: [
    {
      ...line,
      nameSegments: [
        { text: '居民', match: false },
        { text: '身份证', match: true },
        { text: '换领', match: false },
      ],
    },
  ],
  next: 'n2',
  found: { count: 31, more: false },
  facets,
}

test('what is asked is read from the address and can be written back', () => {
  const asked = readAsked(new URL('https://x/search?q= 身份证 &audience=person&evil=1&after=n2'))
  expect(asked).toEqual({ question: '身份证', filters: { audience: 'person' }, after: 'n2' })
  expect(readAsked(new URL(searchHref(asked), 'https://x'))).toEqual(asked)
})

test('the place of the visitor narrows every search, and an empty question is not asked', async () => {
  const { api, asked } = anApi({ 'GET /items': { body: page } })
  await loadSearch(api, { question: '', filters: { theme: 'P17' } }, '330106', zh)
  expect(asked[0]?.options.query).toEqual({ division: '330106', theme: 'P17', limit: 20 })
})

test('what nobody here offers is shown where else in the city it is; another city is too far', async () => {
  const nothing = { items: [], found: { count: 0, more: false }, facets: [] }
  const near = { ...line, implementationCode: 'N', division: '330102', divisionName: '上城区' }
  const all = { ...nothing, items: [{ ...line, implementationCode: 'F', division: '330203', divisionName: '海曙区' }, near] }
  const { api } = anApi({ 'GET /items': ({ query }) => ({ body: query?.['division'] ? nothing : all }) })
  const found = await loadSearch(api, { question: '残疾人证', filters: {} }, '330106', zh)
  expect([found.rows, found.elsewhere.map(({ code, place }) => [code, place])]).toEqual([[], [['N', '上城区']]])
  const { api: here, asked } = anApi({ 'GET /items': { body: page } })
  expect((await loadSearch(here, { question: '身份证', filters: {} }, '330106', zh)).elsewhere).toEqual([])
  expect(asked).toHaveLength(1)
})

test('each filter can be added to what is chosen already, and taken back', async () => {
  const { api } = anApi({ 'GET /items': { body: page } })
  const found = await loadSearch(api, { question: '身份证', filters: { audience: 'person' } }, '330106', zh)
  expect(found.facets.map(({ name }) => name)).toEqual(['audience', 'theme'])
  const [audience, theme] = found.facets
  expect(theme?.values[0]?.href).toBe(searchHref({ question: '身份证', filters: { audience: 'person', theme: 'P17' } }))
  expect(audience?.values[0]).toMatchObject({ chosen: true, href: searchHref({ question: '身份证', filters: {} }) })
  expect(found.chosen).toEqual([{ label: '个人', href: searchHref({ question: '身份证', filters: {} }) }])
})

test('a filter that no result carries any more can still be taken back', async () => {
  const { api } = anApi({ 'GET /items': { body: { items: [], found: { count: 0, more: false }, facets: [] } } })
  const found = await loadSearch(api, { question: '', filters: { level: 'county' } }, '330106', zh)
  expect(found.chosen).toEqual([{ label: 'county', href: '/search' }])
  expect(found.failed).toBe(false)
})

test('the marks of the search are kept as text', async () => {
  const { api } = anApi({ 'GET /items': { body: page } })
  const found = await loadSearch(api, { question: '身份证', filters: {} }, '330106', zh)
  expect(found.rows[0]?.name.filter(({ match }) => match)).toEqual([{ text: '身份证', match: true }])
  expect(found.next).toBe(searchHref({ question: '身份证', filters: {}, after: 'n2' }))
})

test('when search does not answer, the page says so instead of saying there is nothing', async () => {
  const { api } = anApi({ 'GET /items': refused(503, 'request.unavailable', '忙') })
  expect(await loadSearch(api, { question: 'x', filters: {} }, '330106', zh)).toMatchObject({ failed: true, rows: [], question: 'x' })
})

test('a filter that would change nothing is not offered; two themes of one name say whose they are', async () => {
  const theme = (value: string) => ({ value, label: '准营准办', count: 1 })
  const facets = [
    { name: 'level', values: [{ value: 'county', label: '县级', count: 2 }] },
    { name: 'theme', values: [theme('P08'), theme('C02')] },
  ]
  const { api } = anApi({ 'GET /items': { body: { items: [], facets, found: { count: 2, more: false } } } })
  const { facets: shown } = await loadSearch(api, { question: '', filters: {} }, '330106', zh)
  expect(shown.map(({ name, values }) => [name, ...values.map(({ label }) => label)])).toEqual([
    ['theme', '准营准办（个人）', '准营准办（法人）'],
  ])
})
