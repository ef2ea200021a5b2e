import { organisation } from '@yiwang/organisation'
import { aClerk, openHall, type Hall } from '@yiwang/testing'
import { expect, onTestFinished, test } from 'vitest'
import type { EntryRow, ProposalInput } from '../contract.ts'
import { catalogue, draftImplementation, getOpenImplementation, getRevision, suspendItem } from '../index.ts'
import { aDirectoryEntry, aPublishedImplementation } from '../testing.ts'

const modules = [organisation, catalogue]
const open = (t: Parameters<typeof openHall>[0]) => openHall(t, { modules })

const keeping = ['catalogue.keepDirectory', 'catalogue.approveDirectory', 'catalogue.lookWork']
const inDivisions = (id: string, divisions: string[], permissions = keeping) =>
  aClerk([], { id, grants: permissions.map((permission) => ({ permission, divisions })) })
/** 省委编办 and 省司法厅: one proposes, the other reviews. */
const keeper = inDivisions('keeper', ['33'])
const reviewer = inDivisions('reviewer', ['33'])

const content = {
  name: '食品经营许可',
  itemType: 'XK',
  legalBasis: [{ title: '中华人民共和国食品安全法', clause: '第三十五条', checked: true }],
  levels: ['city' as const, 'county' as const],
}
const adding: ProposalInput = { kind: 'add', division: '330000', replaces: [], entries: [content], reason: '法律规定' }
const row = (baseCode: string, over: Partial<EntryRow> = {}): EntryRow => ({ baseCode, division: '330000', ...content, ...over })

const propose = (hall: Hall, input: Partial<ProposalInput> = {}, by = keeper) =>
  hall.as(by).post('/directory-proposals', { ...adding, ...input })
const approved = async (hall: Hall, input: Partial<ProposalInput> = {}) => {
  const { body } = await propose(hall, input)
  return hall.as(reviewer).post(`/directory-proposals/${body.id}/approval`, { reason: '合法有效' })
}

test('R5B-017 R4-038 an addition counts only once another keeper has approved it, and gets its code then', async (t) => {
  const hall = await open(t)
  const proposal = await propose(hall)
  expect(proposal).toMatchObject({ status: 200, body: { state: 'submitted', made: [] } })
  expect((await hall.stranger.get('/directory')).body.items).toEqual([])
  expect((await hall.as(keeper).post(`/directory-proposals/${proposal.body.id}/approval`, { reason: '同意' })).body.type).toBe(
    'directory.reviewedByProposer',
  )
  const answer = await hall.as(reviewer).post(`/directory-proposals/${proposal.body.id}/approval`, { reason: '同意' })
  expect(answer.body).toMatchObject({ state: 'approved', made: ['XK00001000'], opinion: '同意' })
  expect((await hall.stranger.get('/directory')).body.items).toMatchObject([{ baseCode: 'XK00001000', version: 1, state: 'active' }])
  expect((await hall.published()).map(({ name }) => name)).toEqual(['directory.changed'])
  const twice = await hall.as(reviewer).post(`/directory-proposals/${proposal.body.id}/approval`, { reason: '同意' })
  expect(twice.body.type).toBe('directory.alreadyReviewed')
})

test('a returned proposal leaves no code and no entry', async (t) => {
  const hall = await open(t)
  const { body } = await propose(hall)
  await hall.as(reviewer).post(`/directory-proposals/${body.id}/return`, { reason: '依据不足' })
  expect((await hall.stranger.get('/directory')).body.items).toEqual([])
  expect((await hall.as(keeper).get('/directory-proposals?state=returned')).body.items).toMatchObject([{ opinion: '依据不足', made: [] }])
  expect(await hall.published()).toEqual([])
})

test.each([
  ['事项名称', { name: '   ' }],
  ['设定依据', { legalBasis: [] }],
  ['事项类型', { itemType: 'ZZ' }],
  ['行使层级', { levels: [] }],
])('R5B-013 without %s nothing is proposed', async (element, lack) => {
  const hall = await openHall(currentTest(), { modules })
  const answer = await propose(hall, { entries: [{ ...content, ...lack }] })
  expect(answer).toMatchObject({ status: 422, body: { type: 'directory.contentWrong', faults: [{ element }] } })
})

test('R4-039 R5B-011 the directory of a province is not kept by a city, nor that of a city by its neighbour', async (t) => {
  const hall = await open(t)
  const city = inDivisions('city', ['3301'])
  expect((await propose(hall, {}, city)).body.type).toBe('directory.beyondReach')
  expect((await propose(hall, { division: '330200' }, city)).body.type).toBe('directory.beyondReach')
  expect((await propose(hall, { division: '330100' }, city)).status).toBe(200)
  expect((await propose(hall, { division: '330102' }, city)).body.type).toBe('directory.contentWrong')
  const body = aClerk(['catalogue.keepDirectory'])
  expect((await propose(hall, { division: '330100' }, body)).body.type).toBe('directory.beyondReach')
  expect((await hall.as(inDivisions('other', ['3302'])).get('/directory-proposals')).body.items).toEqual([])
})

test('R4-117 R4-038 who merely carries items out may not touch the directory, a stranger even less', async (t) => {
  const hall = await open(t)
  await hall.act((act) => aDirectoryEntry(act))
  const implementer = aClerk(['catalogue.draft', 'catalogue.lookWork'])
  expect((await hall.as(implementer).post('/directory-proposals', adding)).status).toBe(403)
  expect((await hall.as(implementer).post('/directory/import', { rows: [row('XK00002000')] })).status).toBe(403)
  expect((await hall.stranger.post('/directory-proposals', adding)).status).toBe(401)
  expect((await hall.stranger.get('/directory/XK00101000/versions')).status).toBe(401)
  expect((await hall.stranger.get('/directory')).body.items).toHaveLength(1)
})

test('R5B-018 R4-116 a change makes the next version; the former stays to be read, and until approval it holds', async (t) => {
  const hall = await open(t)
  const { body } = await approved(hall)
  const [baseCode] = body.made
  const change = {
    kind: 'change' as const,
    replaces: [baseCode],
    entries: [{ ...content, name: '食品经营许可证核发' }],
    reason: '法律修改',
  }
  const proposal = await propose(hall, change)
  expect((await hall.stranger.get(`/directory/${baseCode}`)).body).toMatchObject({ name: '食品经营许可', version: 1 })
  await hall.as(reviewer).post(`/directory-proposals/${proposal.body.id}/approval`, { reason: '同意' })
  expect((await hall.stranger.get(`/directory/${baseCode}`)).body).toMatchObject({ name: '食品经营许可证核发', version: 2 })
  expect((await hall.as(keeper).get(`/directory/${baseCode}/versions`)).body).toMatchObject([
    { version: 2, kind: 'change', reason: '法律修改', by: 'keeper', reviewedBy: 'reviewer' },
    { version: 1, kind: 'add', content: { name: '食品经营许可' } },
  ])
})

test('R5B-012 R4-048 RA1-04 sub-items hang on their main item and are numbered below it', async (t) => {
  const hall = await open(t)
  const { body } = await approved(hall)
  const [mainItem] = body.made
  const sub = await approved(hall, { mainItem, entries: [{ ...content, name: '食品经营许可（新办）' }] })
  expect(sub.body.made).toEqual(['XK00001001'])
  expect((await hall.stranger.get(`/directory?mainItem=${mainItem}`)).body.items).toMatchObject([{ baseCode: 'XK00001001', mainItem }])
  expect((await propose(hall, { mainItem: 'XK09999000' })).body.type).toBe('directory.mainItemUnknown')
  expect((await propose(hall, { mainItem: 'XK00001001' })).body.type).toBe('directory.mainItemUnknown')
})

test('R5B-021 R5B-022 split and merged entries end, and the new ones tell where they came from', async (t) => {
  const hall = await open(t)
  const { body } = await approved(hall)
  const parts = [
    { ...content, name: '食品销售许可' },
    { ...content, name: '餐饮服务许可' },
  ]
  const split = await approved(hall, { kind: 'split', replaces: body.made, entries: parts })
  expect(split.body.made).toEqual(['XK00002000', 'XK00003000'])
  expect((await hall.stranger.get('/directory/XK00001000')).body.state).toBe('cancelled')
  expect((await hall.stranger.get('/directory/XK00003000')).body.origins).toEqual(['XK00001000'])
  const merged = await approved(hall, { kind: 'merge', replaces: split.body.made })
  expect((await hall.stranger.get(`/directory/${merged.body.made[0]}`)).body.origins).toEqual(['XK00002000', 'XK00003000'])
  expect((await propose(hall, { kind: 'merge', replaces: merged.body.made })).body.type).toBe('directory.proposalWrong')
  expect((await propose(hall, { kind: 'split', replaces: ['XK00001000'], entries: parts })).body.type).toBe('directory.notActive')
})

test('R5B-019 R5B-020 items follow their entry: suspended, resumed and ended with it, while running cases keep their revision', async (t) => {
  const hall = await open(t)
  const item = await hall.act((act) => aPublishedImplementation(act))
  const other = await hall.act((act) => aPublishedImplementation(act, { name: '自停事项' }))
  const replaces = [item.baseCode]
  const lines = async () => (await hall.stranger.get('/items')).body.items.map(({ name }: { name: string }) => name)
  const start = () => hall.act((act) => getOpenImplementation(act.tx, item.implementationCode))
  await approved(hall, { kind: 'suspend', replaces, entries: [] })
  await expect(start()).rejects.toMatchObject({ code: 'item.suspended' })
  expect(await lines()).toEqual([other.name])
  expect(await hall.act((act) => getRevision(act.tx, item.revisionId))).toMatchObject({ version: 1, state: 'suspended' })
  await approved(hall, { kind: 'resume', replaces, entries: [] })
  await expect(start()).resolves.toMatchObject({ state: 'inForce' })
  await hall.act((act) => suspendItem(act, item.implementationCode, { reason: '系统升级' }))
  await approved(hall, { kind: 'suspend', replaces, entries: [] })
  await approved(hall, { kind: 'resume', replaces, entries: [] })
  await expect(start()).rejects.toMatchObject({ code: 'item.suspended' })
  await approved(hall, { kind: 'cancel', replaces, entries: [] })
  await expect(start()).rejects.toMatchObject({ code: 'item.withdrawn' })
  expect((await hall.stranger.get(`/items/${item.implementationCode}/revisions`)).body).toHaveLength(1)
  expect((await hall.published()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['item.suspended', 'item.resumed', 'item.withdrawn']),
  )
})

test('what is suspended or cancelled in the directory cannot be taken up', async (t) => {
  const hall = await open(t)
  const item = await hall.act((act) => aPublishedImplementation(act))
  const replaces = [item.baseCode]
  await approved(hall, { kind: 'suspend', replaces, entries: [] })
  const take = () => hall.act((act) => draftImplementation(act, { baseCode: item.baseCode, bodyCode: item.bodyCode, handlingOption: 1 }))
  await expect(take()).rejects.toMatchObject({ code: 'directory.notActive' })
  await approved(hall, { kind: 'resume', replaces, entries: [] })
  await expect(take()).rejects.toMatchObject({ code: 'item.alreadyTaken' })
  await approved(hall, { kind: 'cancel', replaces, entries: [] })
  await expect(take()).rejects.toMatchObject({ code: 'directory.notActive' })
})

test('R5B-016 R5B-008 the first filling enters what is sound and names every fault by row and element', async (t) => {
  const hall = await open(t)
  const rows = [
    row('XK00011001', { name: '子项' }),
    row('XK00011000', { name: '主项' }),
    row('XK00012', { name: '短' }),
    row('ZZ00013000'),
    row('XK00014000', { itemType: 'QR' }),
    row('XK00015000', { legalBasis: [] }),
    row('XK00016002', { name: '没有主项' }),
    row('XK00011000', { name: '重复' }),
  ]
  const { body } = await hall.as(keeper).post('/directory/import', { rows })
  expect(body.entered).toBe(2)
  expect(body.faults.map(({ row: at, element }: { row: number; element: string }) => [at, element])).toEqual([
    [3, '基本编码'],
    [4, '基本编码'],
    [5, '基本编码'],
    [6, '设定依据'],
    [7, '基本编码'],
    [8, '基本编码'],
  ])
  expect((await hall.stranger.get('/directory')).body.items.map((entry: { name: string }) => entry.name)).toEqual(['主项', '子项'])
})

test('RA1-03 two keepers at once never give out one code twice', async (t) => {
  const hall = await openHall(t, { modules, connections: 4 })
  const ids = await Promise.all([1, 2, 3].map(async (n) => (await propose(hall, { reason: String(n) })).body.id as string))
  const answers = await Promise.all(ids.map((id) => hall.as(reviewer).post(`/directory-proposals/${id}/approval`, { reason: '同意' })))
  expect(answers.map(({ body }) => body.made[0]).toSorted()).toEqual(['XK00001000', 'XK00002000', 'XK00003000'])
})

test('R4-118 an entry shows who uses it, and who has not followed its change yet', async (t) => {
  const hall = await open(t)
  const item = await hall.act((act) => aPublishedImplementation(act))
  expect((await hall.stranger.get(`/directory/${item.baseCode}`)).body).toMatchObject({ implementations: 1, behind: 0 })
  await approved(hall, { kind: 'change', replaces: [item.baseCode], entries: [{ ...content, name: '改名' }] })
  expect((await hall.stranger.get(`/directory/${item.baseCode}`)).body).toMatchObject({ implementations: 1, behind: 1 })
  const work = (await hall.as(keeper).get('/implementations?behind=true')).body.items
  expect(work).toMatchObject([{ implementationCode: item.implementationCode, behindDirectory: true }])
  const body = aClerk(['catalogue.lookWork'], { id: 'body', body: item.bodyCode })
  expect((await hall.as(body).get('/implementations?behind=true')).body.items).toHaveLength(1)
  const other = aClerk(['catalogue.lookWork'], { id: 'other', body: '113700000045046442' })
  expect((await hall.as(other).get('/implementations?behind=true')).body.items).toEqual([])
  expect((await hall.as(keeper).get('/unity-faults')).body).toMatchObject([{ fields: ['name', 'legalBasis'] }])
})

test('the directory is found by words, type and level, and paged', async (t) => {
  const hall = await open(t)
  const rows = [
    row('XK00021000', { name: '取水许可' }),
    row('XK00022000', { name: '采矿许可', levels: ['province'] }),
    row('XK00023000', { name: '排污许可' }),
  ]
  await hall.as(keeper).post('/directory/import', { rows })
  const names = async (query: string) =>
    (await hall.stranger.get(`/directory?${query}`)).body.items.map((entry: { name: string }) => entry.name)
  expect(await names(`q=${encodeURIComponent('取水')}`)).toEqual(['取水许可'])
  expect(await names('level=province')).toEqual(['采矿许可'])
  expect(await names('division=330102')).toHaveLength(3)
  expect(await names('division=370000')).toEqual([])
  expect(await names('itemType=QR')).toEqual([])
  const first = (await hall.stranger.get('/directory?limit=2')).body
  expect((await hall.stranger.get(`/directory?limit=2&after=${first.next}`)).body.items).toMatchObject([{ name: '排污许可' }])
})

function currentTest(): Parameters<typeof openHall>[0] {
  return { onTestFinished }
}
