import { organisation } from '@yiwang/organisation'
import { aBody, homeBody, places } from '@yiwang/organisation/testing'
import { aClerk, aUser, openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import {
  approve,
  catalogue,
  changeDraft,
  draftImplementation,
  getImplementation,
  getRevision,
  publish,
  submitForApproval,
} from '../index.ts'
import { aDirectoryEntry, aDraft, aMaterial, anApprovedDraft, aPublishedImplementation, reviewOf, soundElements } from '../testing.ts'

const modules = [organisation, catalogue]
const open = (t: Parameters<typeof openHall>[0]) => openHall(t, { modules })

const all = ['catalogue.lookWork', 'catalogue.draft', 'catalogue.keep', 'catalogue.administer', 'catalogue.approve', 'catalogue.publish', 'catalogue.suspend'] // prettier-ignore
const staff = (id: string, division: string, permissions: readonly string[], divisions: string[], body = '11330000002482000X') =>
  aClerk([], { id, body, division, grants: permissions.map((permission) => ({ permission, divisions })) })
const body = (id: string) => aClerk(['catalogue.lookWork', 'catalogue.draft'], { id, body: homeBody, division: '330102' })
const cityKeeper = (id = 'city-keeper') => staff(id, '330100', ['catalogue.lookWork', 'catalogue.keep', 'catalogue.approve', 'catalogue.publish'], ['3301']) // prettier-ignore
const countyKeeper = staff('county-keeper', '330102', ['catalogue.lookWork', 'catalogue.keep'], ['330102'])
const cityAdministration = staff('city-admin', '330100', ['catalogue.lookWork', 'catalogue.administer', 'catalogue.suspend'], ['3301'])

const draftOf = (hall: Hall) => hall.act((act) => aDraft(act))
const path = (code: string, rest: string) => `/implementations/${code}/${rest}`

test('R4-040 R5B-026 from an entry comes a draft with its elements and the code made of its parts', async (t) => {
  const hall = await open(t)
  const entry = await hall.act(async (act) => {
    await aBody(act)
    return aDirectoryEntry(act)
  })
  const answer = await hall.as(body('b')).post('/implementations', { baseCode: entry.baseCode, bodyCode: homeBody })
  expect(answer.status).toBe(200)
  const { implementationCode, elements } = answer.body
  expect(elements).toMatchObject({ baseCode: entry.baseCode, name: entry.name, itemType: 'XK', legalBasis: entry.legalBasis })
  expect(elements.implementingCode).toBe(`330102000000${homeBody.slice(8, 17)}100`)
  expect(implementationCode).toBe(entry.baseCode + elements.implementingCode)
  const readOnly = await hall.as(body('b')).patch(path(implementationCode, 'draft'), { name: '自取的名字' })
  expect(readOnly).toMatchObject({ status: 403, body: { type: 'item.elementNotYours', elements: ['事项名称'] } })
  const other = aClerk(['catalogue.draft'], { body: '113700000045046442' })
  expect((await hall.as(other).post('/implementations', { baseCode: entry.baseCode, bodyCode: homeBody })).body.type).toBe('item.notYours')
})

test('R4-039 R5B-025 a body takes up only what its level exercises', async (t) => {
  const hall = await open(t)
  await hall.act(async (act) => {
    await aBody(act)
    await aDirectoryEntry(act, { baseCode: 'XK00001000', levels: ['province'] })
    await aDirectoryEntry(act, { baseCode: 'XK00002000', division: '330200' })
    await aDirectoryEntry(act, { baseCode: 'XK00003000', levels: ['township'] })
  })
  const take = (baseCode: string, more = {}) => hall.as(body('b')).post('/implementations', { baseCode, bodyCode: homeBody, ...more })
  expect((await take('XK00001000')).body.type).toBe('item.levelWrong')
  expect((await take('XK00002000')).body.type).toBe('item.levelWrong')
  expect((await take('XK00003000')).body.type).toBe('item.levelWrong')
  expect((await take('XK00003000', { division: places.township })).body.elements.implementingCode.slice(0, 12)).toBe('330102001000')
})

test('R4-049 RA1-06 an item is whole or split into options with different numbers, never both', async (t) => {
  const hall = await open(t)
  await hall.act(async (act) => {
    await aBody(act)
    await aDirectoryEntry(act)
  })
  const take = (handlingOption: number) =>
    hall.as(body('b')).post('/implementations', { baseCode: 'XK00101000', bodyCode: homeBody, handlingOption })
  expect((await take(1)).body.elements.implementingCode.slice(-2)).toBe('01')
  expect((await take(1)).body.type).toBe('item.alreadyTaken')
  expect((await take(2)).body.elements.implementingCode.slice(-2)).toBe('02')
  expect((await take(0)).body.type).toBe('item.alreadyTaken')
})

test('R4-040 R5B-027 R5B-008 what is missing is named all at once, and nothing is handed in', async (t) => {
  const hall = await open(t)
  const { implementationCode } = await hall.act(async (act) => {
    await aBody(act)
    await aDirectoryEntry(act)
    return draftImplementation(act, { baseCode: 'XK00101000', bodyCode: homeBody })
  })
  const answer = await hall.as(body('b')).post(path(implementationCode, 'submission'))
  expect(answer).toMatchObject({ status: 422, body: { type: 'item.incomplete' } })
  const missing = answer.body.findings.map(({ element }: { element: string }) => element)
  for (const element of ['conditions', 'result', 'fees', 'audiences', 'places', 'consultationPhone']) expect(missing).toContain(element)
  expect((await hall.published()).map(({ name }) => name)).not.toContain('item.submitted')
})

test('R5B-028 R4-045 the body never approves itself, nor anybody what he filled in; another approves with his opinion', async (t) => {
  const hall = await open(t)
  const code = await draftOf(hall)
  expect((await hall.as(body('b')).post(path(code, 'submission'))).status).toBe(200)
  const self = aClerk(all, { id: 'self', body: homeBody, division: '330102' })
  expect((await hall.as(self).post(path(code, 'approval'), reviewOf(soundElements.materials))).body.type).toBe('item.ownApproval')
  expect((await hall.as(body('b')).post(path(code, 'approval'), reviewOf())).status).toBe(403)
  expect((await hall.as(cityKeeper()).post(path(code, 'publication'), {})).body.type).toBe('item.notLawfulNow')
  const answer = await hall.as(cityKeeper()).post(path(code, 'approval'), reviewOf(soundElements.materials))
  expect(answer.body).toMatchObject({ state: 'approved', reviewedBy: 'city-keeper', opinion: '合法有效，同意。' })
  expect((await hall.as(cityKeeper()).post(path(code, 'publication'), {})).body).toMatchObject({ state: 'published', version: 1 })
  expect((await hall.published()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['item.submitted', 'item.approved', 'item.published']),
  )
})

test('R4-058 no approval without a verdict on the four points of every material', async (t) => {
  const hall = await open(t)
  const code = await hall.act((act) => aDraft(act, { materials: [aMaterial(), aMaterial({ code: 'lease', name: '租赁合同' })] }))
  await hall.act((act) => submitForApproval(act, code))
  const partly = reviewOf([aMaterial()])
  const answer = await hall.as(cityKeeper()).post(path(code, 'approval'), partly)
  expect(answer).toMatchObject({ status: 422, body: { type: 'item.materialsNotReviewed', materials: ['租赁合同'] } })
  const unneeded = { ...reviewOf([aMaterial()]).materials, lease: { reasonable: true, necessary: false, timely: true, complete: true } }
  expect((await hall.as(cityKeeper()).post(path(code, 'approval'), { opinion: '同意', materials: unneeded })).status).toBe(422)
})

test('a returned draft carries the opinion, may be changed and handed in again', async (t) => {
  const hall = await open(t)
  const code = await draftOf(hall)
  await hall.as(body('b')).post(path(code, 'submission'))
  expect((await hall.as(body('b')).patch(path(code, 'draft'), { summary: '晚了' })).body.type).toBe('item.notLawfulNow')
  await hall.as(cityKeeper()).post(path(code, 'return'), { reason: '依据条款有误' })
  const desk = (await hall.as(body('b')).get(path(code, 'draft'))).body
  expect(desk).toMatchObject({ revision: { state: 'draft', opinion: '依据条款有误' }, findings: [] })
  expect((await hall.as(body('b')).patch(path(code, 'draft'), { summary: '改好了。' })).status).toBe(200)
  expect((await hall.as(body('b')).post(path(code, 'submission'))).status).toBe(200)
})

test('R4-052 RA1-01 RA1-02 in a published item each element is changed only by whom appendix 1 names, and the attempt is noted', async (t) => {
  const hall = await open(t)
  const { implementationCode: code } = await hall.act((act) => aPublishedImplementation(act))
  await hall.as(body('b')).post(path(code, 'revision'), { reason: '调整' })
  const patch = (by: ReturnType<typeof body>, change: object) => hall.as(by).patch(path(code, 'draft'), change)
  const law = { conditions: ['新的条件。'] }
  const service = { committedLimit: { value: 5, unit: 'workday' } }
  const place = { consultationPhone: '0571-87654321' }
  expect((await patch(body('b'), law)).body.type).toBe('item.elementNotYours')
  expect((await patch(body('b'), service)).body.type).toBe('item.elementNotYours')
  expect((await patch(body('b'), { bodyCode: '113700000045046442' })).body.type).toBe('item.elementNotYours')
  expect((await patch(countyKeeper, law)).body.type).toBe('item.elementNotYours')
  expect((await patch(cityKeeper(), service)).body.type).toBe('item.elementNotYours')
  expect((await patch(cityAdministration, law)).body.type).toBe('item.elementNotYours')
  expect((await patch(cityAdministration, place)).body.type).toBe('item.elementNotYours')
  expect((await patch(countyKeeper, { exerciseContent: '本区的规定。' })).status).toBe(200)
  expect((await patch(cityKeeper(), law)).status).toBe(200)
  expect((await patch(cityAdministration, service)).status).toBe(200)
  expect((await patch(body('b'), place)).status).toBe(200)
  const refused = (await hall.as(body('b')).get(path(code, 'refused-changes'))).body
  expect(refused).toHaveLength(7)
  expect(refused.at(-1)).toMatchObject({ fields: ['conditions'], by: 'b' })
  const changes = (await hall.as(body('b')).get(path(code, 'changes'))).body
  expect(changes.map(({ field, by }: { field: string; by: string }) => [field, by]).slice(0, 4)).toEqual([
    ['consultationPhone', 'b'],
    ['committedLimit', 'city-admin'],
    ['conditions', 'city-keeper'],
    ['exerciseContent', 'county-keeper'],
  ])
  expect(changes[2]).toMatchObject({ before: soundElements.conditions, after: law.conditions })
})

test('R5B-033 R4-116 RA2-033 a change is version 2 from its day; until then the world reads version 1', async (t) => {
  const hall = await open(t)
  const item = await hall.act((act) => aPublishedImplementation(act))
  const code = item.implementationCode
  await hall.as(cityAdministration).post(path(code, 'revision'), { reason: '压缩时限' })
  await hall.as(cityAdministration).patch(path(code, 'draft'), { committedLimit: { value: 3, unit: 'workday' } })
  expect((await hall.stranger.get(`/items/${code}`)).body).toMatchObject({ version: 1, committedLimit: { value: 8 } })
  await hall.as(cityAdministration).post(path(code, 'submission'))
  await hall.act((act) => approve(act, code, reviewOf(soundElements.materials)))
  expect((await hall.as(cityKeeper()).post(path(code, 'publication'), { effectiveOn: '2026-03-01' })).body.type).toBe(
    'item.effectiveInPast',
  )
  await hall.as(cityKeeper()).post(path(code, 'publication'), { effectiveOn: '2026-03-05' })
  await hall.runJob('catalogue.bringIntoForce')
  expect((await hall.stranger.get(`/items/${code}`)).body).toMatchObject({ version: 1 })
  expect((await hall.stranger.get(`/items/${code}/revisions`)).body).toHaveLength(1)
  hall.clock.advance(3 * 86_400_000)
  await hall.runJob('catalogue.bringIntoForce')
  expect((await hall.stranger.get(`/items/${code}`)).body).toMatchObject({ version: 2, committedLimit: { value: 3 } })
  expect((await hall.stranger.get(`/items/${code}/revisions`)).body).toMatchObject([
    { version: 2, effectiveOn: '2026-03-05', reason: '压缩时限', changed: ['承诺办结时限'] },
    { version: 1, changed: [] },
  ])
  const pinned = await hall.act((act) => getRevision(act.tx, item.revisionId))
  expect(pinned).toMatchObject({ version: 1, committedLimit: { value: 8 }, state: 'inForce' })
  const compared = (await hall.as(cityKeeper()).get(path(code, 'version-comparison?one=1&other=2'))).body
  expect(compared.map(({ field }: { field: string }) => field)).toEqual(['committedLimit'])
})

test('what is not published is no guide; what is suspended leaves the lists and keeps its guide', async (t) => {
  const hall = await open(t)
  const draft = await draftOf(hall)
  expect((await hall.stranger.get(`/items/${draft}`)).status).toBe(404)
  const { implementationCode: code } = await hall.act((act) => aPublishedImplementation(act))
  const keeper = staff('k', '330100', ['catalogue.suspend'], ['3301'])
  expect((await hall.as(body('b')).post(path(code, 'suspension'), { reason: '停' })).status).toBe(403)
  expect(
    (await hall.as(staff('n', '330200', ['catalogue.suspend'], ['3302'])).post(path(code, 'suspension'), { reason: '停' })).status,
  ).toBe(404)
  expect((await hall.as(keeper).post(path(code, 'suspension'), { reason: '法规修改' })).body.state).toBe('suspended')
  expect((await hall.stranger.get('/items')).body.items).toEqual([])
  expect((await hall.stranger.get(`/items/${code}`)).body.state).toBe('suspended')
  expect((await hall.as(keeper).post(path(code, 'suspension'), { reason: '再停' })).body.type).toBe('item.notLawfulNow')
  await hall.as(keeper).post(path(code, 'resumption'))
  expect((await hall.stranger.get('/items')).body.items).toHaveLength(1)
  await hall.as(keeper).post(path(code, 'withdrawal'), { reason: '取消' })
  expect((await hall.as(keeper).post(path(code, 'resumption'))).body.type).toBe('item.notLawfulNow')
  expect((await hall.stranger.get(`/items/${code}/revisions`)).body).toHaveLength(1)
})

test('R4-132 two main bodies for one entry in one division are not published', async (t) => {
  const hall = await open(t)
  const item = await hall.act((act) => aPublishedImplementation(act))
  const second = await hall.act(async (act) => {
    await aBody(act, { code: '113700000045046442', name: '另一局' })
    return anApprovedDraft(act, { baseCode: item.baseCode, bodyCode: '113700000045046442' })
  })
  await expect(hall.act((act) => publish(act, second))).rejects.toMatchObject({ code: 'item.incomplete' })
})

test('what was published cannot be written again, not even around the acts', async (t) => {
  const hall = await open(t)
  const { revisionId } = await hall.act((act) => aPublishedImplementation(act))
  const rewrite = hall.act((act) =>
    act.tx.updateTable('catalogue.implementation_revision').set({ elements: '{}' }).where('id', '=', revisionId).execute(),
  )
  await expect(rewrite).rejects.toThrow('immutable')
})

test('strangers and users see nothing of what is on its way, nor do bodies of others', async (t) => {
  const hall = await open(t)
  const code = await draftOf(hall)
  for (const rest of ['draft', 'changes', 'refused-changes']) {
    expect((await hall.stranger.get(path(code, rest))).status).toBe(401)
    expect((await hall.as(aUser()).get(path(code, rest))).status).toBe(403)
    expect((await hall.as(aClerk(all, { body: '113700000045046442' })).get(path(code, rest))).status).toBe(404)
  }
  expect((await hall.as(aClerk(all, { body: '113700000045046442' })).get('/implementations')).body.items).toEqual([])
  expect((await hall.as(body('b')).get('/implementations?revisionState=draft')).body.items).toMatchObject([
    { implementationCode: code, bodyName: '上城区样例局', itemState: 'preparing', openRevision: { state: 'draft' } },
  ])
  for (const rest of ['submission', 'approval', 'publication', 'suspension', 'withdrawal'])
    expect((await hall.stranger.post(path(code, rest), {})).status).toBe(401)
})

test('two who change at once both count, and a second revision is not opened beside the first', async (t) => {
  const hall = await openHall(t, { modules, connections: 4 })
  const { implementationCode: code } = await hall.act((act) => aPublishedImplementation(act))
  const opened = await Promise.all(['a', 'b'].map((id) => hall.as(body(id)).post(path(code, 'revision'), { reason: '调整' })))
  expect(opened.map(({ status }) => status).toSorted()).toEqual([200, 409])
  await Promise.all([
    hall.act((act) => changeDraft(act, code, { consultationPhone: '12333' })),
    hall.act((act) => changeDraft(act, code, { complaintPhone: '12388' })),
  ])
  const { revision } = (await hall.as(body('a')).get(path(code, 'draft'))).body
  expect(revision.elements).toMatchObject({ consultationPhone: '12333', complaintPhone: '12388' })
})

test('reading an item in force costs one small query once its revision is known', async (t) => {
  const hall = await open(t)
  const { implementationCode: code } = await hall.act((act) => aPublishedImplementation(act))
  const read = () => hall.house.read({ kind: 'anyone', id: 'anyone', grants: [] }, ({ tx }) => getImplementation(tx, code))
  await read()
  expect(await hall.queriesOf(read)).toBe(1)
})
