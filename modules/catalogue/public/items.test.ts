import { organisation } from '@yiwang/organisation'
import { aBody, places } from '@yiwang/organisation/testing'
import { aUser, openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import type { ItemLine, ItemsPage } from '../contract.ts'
import { approve, catalogue, changeDraft, publish, reviseImplementation, submitForApproval, suspendItem, withdrawItem } from '../index.ts'
import { aDraft, aPublishedImplementation, reviewOf, type ItemOver } from '../testing.ts'

const modules = [organisation, catalogue]
const open = (t: Parameters<typeof openHall>[0]) => openHall(t, { modules })
const plant = (hall: Hall, over: ItemOver = {}) => hall.act((act) => aPublishedImplementation(act, over))
const names = (page: { items: ItemLine[] }) => page.items.map(({ name }) => name)
const list = async (hall: Hall, query: string): Promise<ItemsPage> => (await hall.stranger.get(`/items?${query}`)).body
const find = (hall: Hall, question: string, more = '') => list(hall, `q=${encodeURIComponent(question)}${more}`)

test('R5A-099 part of a name, a wrong sign or several words find the item; nothing finds nothing', async (t) => {
  const hall = await open(t)
  await plant(hall, { name: '居民身份证换领', keywords: ['身份证到期'], summary: '身份证到期后换新。' })
  await plant(hall, { name: '取水许可审批', keywords: [], summary: '从江河取水的许可。' })
  expect(names(await find(hall, '身份'))).toContain('居民身份证换领')
  expect(names(await find(hall, '身分证'))).toEqual(['居民身份证换领'])
  expect(names(await find(hall, 'sfz'))).toEqual(['居民身份证换领'])
  expect(names(await find(hall, '取水 审批'))[0]).toBe('取水许可审批')
  expect(await find(hall, '宇宙飞船发射')).toMatchObject({ items: [], found: { count: 0, more: false } })
  expect(names(await list(hall, ''))).toHaveLength(2)
})

test('R4-012 R4-014 words that stand only in the guide’s text find the guide, and show where', async (t) => {
  const hall = await open(t)
  await plant(hall, { name: '取水许可审批', keywords: [], conditions: ['已编制水资源论证报告书。'] })
  const { items } = await find(hall, '水资源论证')
  expect(items[0]?.name).toBe('取水许可审批')
  expect(items[0]?.foundIn?.filter(({ match }) => match).map(({ text }) => text)).not.toEqual([])
})

test('R5A-102 what was looked for is marked as pieces of the text, and hostile words stay words', async (t) => {
  const hall = await open(t)
  await plant(hall, { name: '公共场所卫生许可', keywords: [] })
  const { items } = await find(hall, '卫生许可')
  expect(items[0]?.nameSegments).toEqual([
    { text: '公共场所', match: false },
    { text: '卫生许可', match: true },
  ])
  for (const question of ["'; drop table catalogue.listing; --", '<script>alert(1)</script>', "a' | 'b", '%_\\', ':*&|!()'])
    expect((await hall.stranger.get(`/items?q=${encodeURIComponent(question)}`)).status).toBe(200)
  expect((await find(hall, '<script>卫生')).items[0]?.nameSegments?.map(({ text }) => text).join('')).toBe('公共场所卫生许可')
})

test('R5A-103 a hit in the name comes before one in the text, each time in the same order', async (t) => {
  const hall = await open(t)
  await plant(hall, { name: '户外广告设置审批', keywords: [], conditions: ['已取得营业执照。'] })
  await plant(hall, { name: '营业执照换发', keywords: [], conditions: ['执照遗失。'] })
  const first = await find(hall, '营业执照')
  expect(names(first)).toEqual(['营业执照换发', '户外广告设置审批'])
  expect(await find(hall, '营业执照')).toEqual(first)
})

test('R2-09 R2-10 R2-15 R2-16 R5A-101 every filter narrows, and together they cover what there is', async (t) => {
  const hall = await open(t)
  await plant(hall, { name: '取水许可', audiences: ['organisation'], themes: ['C20'] })
  await plant(hall, { name: '失业登记', itemType: 'LD', audiences: ['person'], themes: ['P06'], result: noLicence })
  await plant(hall, {
    name: '档案查询',
    audiences: ['person', 'organisation'],
    handlingForms: ['counter'],
    onlineMode: undefined,
    crossRegionRange: undefined,
  })
  const power = names(await list(hall, 'nature=power'))
  const service = names(await list(hall, 'nature=publicService'))
  expect(power).toHaveLength(2)
  expect(service).toEqual(['失业登记'])
  expect(names(await list(hall, 'audience=person')).toSorted()).toEqual(['失业登记', '档案查询'].toSorted())
  expect(names(await list(hall, 'audience=organisation')).toSorted()).toEqual(['取水许可', '档案查询'].toSorted())
  expect(names(await list(hall, 'serviceForm=offline'))).toEqual(['档案查询'])
  expect(names(await list(hall, 'mode=counter'))).toEqual(['档案查询'])
  expect(names(await list(hall, 'range=fixed'))).toEqual(['档案查询'])
  expect(names(await list(hall, 'theme=P06'))).toEqual(['失业登记'])
  expect(names(await list(hall, 'audience=person&nature=power'))).toEqual(['档案查询'])
  expect((await hall.stranger.get('/items?mode=anything')).status).toBe(400)
  expect((await hall.stranger.get('/items?theme=X01')).status).toBe(400)
})

const noLicence = {
  name: '登记回执',
  kind: 'other' as const,
  delivery: ['electronic' as const],
  sample: { name: '样本', mediaType: 'text/plain' as const, text: '登记回执（样本）' },
}

test('R5A-107 facets say how many items each further choice would leave', async (t) => {
  const hall = await open(t)
  await plant(hall, { name: '食品经营许可', applicationType: 'new' })
  await plant(hall, { name: '食品经营许可变更', applicationType: 'change' })
  const { facets, found } = await find(hall, '食品经营')
  expect(found).toEqual({ count: 2, more: false })
  expect(facets.find(({ name }) => name === 'applicationType')?.values).toEqual([
    { value: 'change', label: '变更', count: 1 },
    { value: 'new', label: '新办', count: 1 },
  ])
  expect(names(await find(hall, '食品经营', '&applicationType=change'))).toEqual(['食品经营许可变更'])
})

test('who is in a district sees what the district, the city and the province handle, and not the neighbour’s', async (t) => {
  const hall = await open(t)
  await plant(hall, { name: '区里的事' })
  const neighbour = await hall.act(async (act) => {
    await aBody(act, { code: neighbourBody, name: '西湖区样例局', division: places.neighbourCounty })
    return aPublishedImplementation(act, { name: '邻区的事', bodyCode: neighbourBody })
  })
  expect(names(await list(hall, `division=${places.township}`))).toEqual(['区里的事'])
  expect(names(await list(hall, `division=${places.neighbourCounty}`))).toEqual([neighbour.name])
  expect(names(await list(hall, ''))).toHaveLength(2)
})
const neighbourBody = '113700000045046442'

test('pages follow each other without gap or repeat, with and without a question', async (t) => {
  const hall = await open(t)
  for (const place of ['一', '二', '三', '四', '五']) await plant(hall, { name: `道路运输许可${place}` })
  for (const start of ['limit=2', `limit=2&q=${encodeURIComponent('道路运输')}`]) {
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 5; page += 1) {
      const answer = await list(hall, `${start}${after}`)
      seen.push(...names(answer))
      if (!answer.next) break
      after = `&after=${answer.next}`
    }
    expect(seen.toSorted()).toEqual(['一', '二', '三', '四', '五'].map((place) => `道路运输许可${place}`).toSorted())
  }
  expect(await hall.stranger.get('/items?after=nonsense')).toMatchObject({ status: 400, body: { type: 'page.cursorInvalid' } })
})

test('R2-12 R2-13 the themes are the guide’s 31 and 34 in its order, with counts', async (t) => {
  const hall = await open(t)
  await plant(hall, { themes: ['P08', 'C02'] })
  const persons = (await hall.stranger.get('/themes?audience=person')).body
  const organisations = (await hall.stranger.get('/themes?audience=organisation')).body
  expect(persons).toHaveLength(31)
  expect(organisations).toHaveLength(34)
  expect(persons.map((theme: { name: string }) => theme.name).slice(0, 3)).toEqual(['生育收养', '户籍办理', '民族宗教'])
  expect(persons.at(-1)).toMatchObject({ name: '其他', count: 0, items: [] })
  expect(persons.find((theme: { code: string }) => theme.code === 'P08')).toMatchObject({ count: 1, items: [{ name: '食品经营许可' }] })
  expect(organisations.find((theme: { code: string }) => theme.code === 'C02')).toMatchObject({ count: 1 })
})

test('R2-11 R5A-105 R5A-011 departments show how many items in force they have, and the list has exactly these', async (t) => {
  const hall = await open(t)
  const { implementationCode, bodyCode } = await plant(hall, { name: '甲' })
  await plant(hall, { name: '乙' })
  expect((await hall.stranger.get('/departments')).body).toEqual([{ bodyCode, name: '上城区样例局', division: '330102', count: 2 }])
  expect((await list(hall, `body=${bodyCode}`)).items).toHaveLength(2)
  await hall.act((act) => suspendItem(act, implementationCode, { reason: '法规修改' }))
  expect((await hall.stranger.get('/departments')).body).toMatchObject([{ count: 1 }])
  expect(names(await list(hall, `body=${bodyCode}`))).toEqual(['乙'])
})

test('R5A-104 hot items are ranked by real applications and change places when these do', async (t) => {
  const hall = await open(t)
  const [one, other] = [await plant(hall, { name: '甲' }), await plant(hall, { name: '乙' })]
  expect((await hall.stranger.get('/hot-items')).body).toEqual([])
  const apply = (code: string, times: number) =>
    hall.act(async (act) => {
      for (let n = 0; n < times; n += 1) await act.publish('case.submitted', { ...facts, implementationCode: code })
    })
  await apply(one.implementationCode, 2)
  await apply(other.implementationCode, 1)
  await hall.settle()
  await hall.runJob('catalogue.rankItems')
  expect((await hall.stranger.get('/hot-items')).body).toMatchObject([
    { place: 1, name: '甲', uses: 2 },
    { place: 2, name: '乙', uses: 1 },
  ])
  await apply(other.implementationCode, 3)
  await hall.settle()
  await hall.runJob('catalogue.rankItems')
  expect((await hall.stranger.get('/hot-items')).body.map((item: ItemLine) => item.name)).toEqual(['乙', '甲'])
  hall.clock.advance(31 * 86_400_000)
  await hall.runJob('catalogue.rankItems')
  expect((await hall.stranger.get('/hot-items')).body).toEqual([])
})
const facts = {
  caseNumber: '1',
  revisionId: '1',
  itemName: '',
  bodyCode: '',
  division: '330102',
  accountId: null,
  channel: 'portal',
}

test('R5A-106 R4-019 type, department, place and theme each open the list of exactly what they counted', async (t) => {
  const hall = await open(t)
  const licence = await plant(hall, { name: '取水许可', itemType: 'XK', themes: ['P08', 'C02'] })
  await plant(hall, { name: '失业登记', itemType: 'LD', audiences: ['person'], themes: ['P06'], result: noLicence })
  const { facets } = await list(hall, '')
  const types = facets.find(({ name }) => name === 'itemType')?.values ?? []
  expect(types.map(({ value }) => value).toSorted()).toEqual(['LD', 'XK'])
  for (const { value, count } of types) expect((await list(hall, `itemType=${value}`)).items).toHaveLength(count)
  expect(names(await list(hall, 'itemType=XK'))).toEqual(['取水许可'])
  const [department] = (await hall.stranger.get('/departments')).body
  expect((await list(hall, `body=${department.bodyCode}`)).items).toHaveLength(department.count)
  expect((await list(hall, `division=${licence.division}`)).items).toHaveLength(2)
  const theme = (await hall.stranger.get('/themes?audience=person')).body.find(({ code }: { code: string }) => code === 'P06')
  expect(names(await list(hall, 'theme=P06'))).toEqual(['失业登记'])
  expect(theme.count).toBe(1)
  expect((await hall.stranger.get('/items?itemType=X')).status).toBe(400)
})

test('R5A-096 R5A-097 R3-27 R4-007 R4-009 anybody reads what is in force, in its last version, and nothing else; nobody writes from there', async (t) => {
  const hall = await open(t)
  const [kept, suspended, withdrawn] = [
    await plant(hall, { name: '在用' }),
    await plant(hall, { name: '暂停' }),
    await plant(hall, { name: '取消' }),
  ]
  await hall.act((act) => aDraft(act, { name: '未审核' }))
  await hall.act(async (act) => {
    await suspendItem(act, suspended.implementationCode, { reason: '修法' })
    await withdrawItem(act, withdrawn.implementationCode, { reason: '取消' })
    await reviseImplementation(act, kept.implementationCode, { reason: '改电话' })
    await changeDraft(act, kept.implementationCode, { consultationPhone: '0571-87654321' })
  })
  expect(names(await list(hall, ''))).toEqual(['在用'])
  for (const hidden of ['暂停', '取消', '未审核']) expect(names(await find(hall, hidden))).not.toContain(hidden)
  const shown = async () => (await hall.stranger.get(`/items/${kept.implementationCode}`)).body
  expect(await shown()).toMatchObject({ version: 1, consultationPhone: kept.consultationPhone })
  await hall.act(async (act) => {
    await submitForApproval(act, kept.implementationCode)
    const keeper = { ...act, by: { ...act.by, id: 'keeper' } }
    await approve(keeper, kept.implementationCode, reviewOf(kept.materials))
    await publish(keeper, kept.implementationCode)
  })
  expect(await shown()).toMatchObject({
    version: 2,
    consultationPhone: '0571-87654321',
    bodyName: '上城区样例局',
    effectiveOn: '2026-03-02',
  })
  const change = { consultationPhone: '12345' }
  for (const visitor of [hall.stranger, hall.as(aUser())]) {
    expect((await visitor.patch(`/items/${kept.implementationCode}`, change)).status).toBe(404)
    expect([401, 403]).toContain((await visitor.patch(`/implementations/${kept.implementationCode}/draft`, change)).status)
    expect([401, 403]).toContain((await visitor.post('/directory/import', { rows: [] })).status)
  }
  expect(await shown()).toMatchObject({ version: 2, consultationPhone: '0571-87654321' })
})

test('while somebody types, items, themes and departments come up', async (t) => {
  const hall = await open(t)
  const item = await plant(hall, { name: '婚姻登记证明' })
  const suggestions = (await hall.stranger.get(`/suggestions?q=${encodeURIComponent('婚姻')}`)).body
  expect(suggestions[0]).toMatchObject({ kind: 'item', text: '婚姻登记证明', key: item.implementationCode })
  expect(suggestions).toContainEqual(expect.objectContaining({ kind: 'theme', key: 'P12' }))
  expect((await hall.stranger.get(`/suggestions?q=${encodeURIComponent('样例局')}`)).body).toContainEqual(
    expect.objectContaining({ kind: 'department', text: '上城区样例局' }),
  )
})
