import { organisation } from '@yiwang/organisation'
import { aBody, homeBody } from '@yiwang/organisation/testing'
import type { Actor } from '@yiwang/kernel'
import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk, openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import type { Elements } from '../contract.ts'
import { catalogue } from '../index.ts'
import { aDirectoryEntry, aDraft, aMaterial, aPublishedImplementation, soundElements } from '../testing.ts'

const open = (t: Parameters<typeof openHall>[0]) => openHall(t, { modules: [organisation, catalogue] })
const office = (id: string, division: string, permission: string, divisions: string[]) =>
  aClerk([], {
    id,
    division,
    body: '11330000002482000X',
    grants: [permission, 'catalogue.lookWork'].map((one) => ({ permission: one, divisions })),
  })
/** 编制、法制 and 政务服务管理机构 of each level, and the body itself. */
const keeper = {
  province: office('p-keeper', '330000', 'catalogue.keep', ['33']),
  city: office('c-keeper', '330100', 'catalogue.keep', ['3301']),
  county: office('d-keeper', '330102', 'catalogue.keep', ['330102']),
}
const administration = {
  province: office('p-admin', '330000', 'catalogue.administer', ['33']),
  city: office('c-admin', '330100', 'catalogue.administer', ['3301']),
  county: office('d-admin', '330102', 'catalogue.administer', ['330102']),
}
const body = aClerk(['catalogue.lookWork', 'catalogue.draft'], { id: 'body', body: homeBody, division: '330102' })
const otherBody = aClerk(['catalogue.lookWork', 'catalogue.draft'], { id: 'other', body: '113700000045046442', division: '330102' })

interface Desk {
  hall: Hall
  code: string
  patch(by: Actor, change: object): Promise<[number, string | undefined]>
  /** The element as it stands in the draft now. */
  value<F extends keyof Elements>(field: F): Promise<Elements[F]>
  findings(): Promise<string[]>
}

/** A published item opened for its next version: from now on each element is changed by whom appendix 1 names. */
async function aRevision(t: Parameters<typeof openHall>[0], over: Parameters<typeof aPublishedImplementation>[1] = {}): Promise<Desk> {
  const hall = await open(t)
  const { implementationCode: code } = await hall.act((act) => aPublishedImplementation(act, over))
  await hall.as(body).post(`/implementations/${code}/revision`, { reason: '调整' })
  const draft = async () => (await hall.as(body).get(`/implementations/${code}/draft`)).body
  return {
    hall,
    code,
    patch: async (by, change) => {
      const answer = await hall.as(by).patch(`/implementations/${code}/draft`, change)
      return [answer.status, answer.body.type]
    },
    value: async (field) => (await draft()).revision.elements[field],
    findings: async () =>
      (await draft()).findings.map(({ element, code: what }: { element: string; code: string }) => `${element} ${what}`),
  }
}

const refused = [403, 'item.elementNotYours']

test('RA1-05 RA1-07 R4-075 the implementing code is made of its parts, by nobody’s hand, once in the city, and leads to the body', async (t) => {
  const hall = await open(t)
  await hall.act(async (act) => {
    await aBody(act)
    await aDirectoryEntry(act)
  })
  const take = (over: object = {}) => hall.as(body).post('/implementations', { baseCode: 'XK00101000', bodyCode: homeBody, ...over })
  expect((await take({ division: '990000' })).status).toBeGreaterThanOrEqual(400)
  expect((await take({ division: '3301' })).status).toBe(400)
  expect((await take({ bodyCode: `${homeBody.slice(0, 17)}9` })).status).toBeGreaterThanOrEqual(400)
  expect((await take({ bodyCode: homeBody.slice(0, 17) })).status).toBe(400)
  expect((await hall.as(keeper.province).get('/implementations')).body.items).toEqual([])
  const taken = await take()
  expect(taken.body.elements.implementingCode).toMatch(new RegExp(`^330102000000${homeBody.slice(8, 17)}[0-9]00$`))
  const { implementationCode } = taken.body
  for (const by of [keeper.county, keeper.city, body])
    expect(await hall.as(by).patch(`/implementations/${implementationCode}/draft`, { implementingCode: '3'.repeat(24) })).toMatchObject({
      status: 403,
      body: { type: 'item.elementNotYours', elements: ['实施编码'] },
    })
  expect((await take()).body.type).toBe('item.alreadyTaken')
  const published = await hall.act((act) => aPublishedImplementation(act))
  expect((await hall.stranger.get(`/items/${published.implementationCode}`)).body).toMatchObject({
    bodyCode: homeBody,
    bodyName: '上城区样例局',
    division: '330102',
  })
})

test('RA1-08 RA1-11 R5B-011 name and legal basis are the province’s: city, county and body change neither, and neither may be empty', async (t) => {
  const { hall, patch, value } = await aRevision(t)
  for (const by of [keeper.city, keeper.county, administration.city, body]) {
    expect(await patch(by, { name: '自取的名字' })).toEqual(refused)
    expect(await patch(by, { legalBasis: [] })).toEqual(refused)
  }
  expect([await value('name'), (await value('legalBasis')).length]).toEqual(['食品经营许可', 1])
  const propose = (over: object) =>
    hall.as(aClerk([], { id: 'k', grants: [{ permission: 'catalogue.keepDirectory', divisions: ['33'] }] })).post('/directory-proposals', {
      kind: 'add',
      division: '330000',
      replaces: [],
      entries: [
        {
          name: '取水许可',
          itemType: 'XK',
          legalBasis: [{ title: '水法', clause: '第四十八条', checked: true }],
          levels: ['county'],
          ...over,
        },
      ],
      reason: '法律规定',
    })
  expect((await propose({ name: '' })).status).toBeGreaterThanOrEqual(400)
  expect((await propose({ name: '  ' })).body.type).toBe('directory.contentWrong')
  expect((await propose({ legalBasis: [] })).body.type).toBe('directory.contentWrong')
  expect((await propose({})).status).toBe(200)
})

test('RA1-09 RA1-10 an entry is of one of the types of power or of public service, its code begins with it, and only a province says which', async (t) => {
  const hall = await open(t)
  const powers = ['XK', 'ZS', 'JF', 'QR', 'QT']
  const services = ['JY', 'LD', 'SB', 'SH', 'YL', 'RK', 'ZF', 'WT', 'CL']
  const importer = aClerk([], { id: 'i', grants: [{ permission: 'catalogue.approveDirectory', divisions: ['33'] }] })
  const row = (itemType: string, baseCode = `${itemType}00900000`) => ({
    baseCode,
    division: '330000',
    name: `事项${itemType}`,
    itemType,
    legalBasis: [{ title: '某法', clause: '第一条', checked: true }],
    levels: ['county'],
  })
  const all = [...powers, ...services]
  const good = await hall.as(importer).post('/directory/import', { rows: all.map((type) => row(type)) })
  expect(good.body).toMatchObject({ entered: all.length, faults: [] })
  for (const type of all)
    expect((await hall.stranger.get(`/directory?itemType=${type}`)).body.items.map((one: { baseCode: string }) => one.baseCode)).toEqual([
      `${type}00900000`,
    ])
  const bad = await hall.as(importer).post('/directory/import', { rows: [row('ZZ'), row('JY', 'LD00901000')] })
  expect(bad.body).toMatchObject({ entered: 0 })
  expect(new Set(bad.body.faults.map(({ row: at }: { row: number }) => at))).toEqual(new Set([1, 2]))
  const city = aClerk([], { id: 'c', grants: [{ permission: 'catalogue.keepDirectory', divisions: ['3301'] }] })
  const change = { kind: 'change', division: '330000', replaces: ['XK00900000'], reason: '改类型' }
  const { baseCode: _, division: __, ...content } = row('QR')
  expect((await hall.as(city).post('/directory-proposals', { ...change, entries: [content] })).status).toBeGreaterThanOrEqual(400)
  expect((await hall.stranger.get('/directory/XK00900000')).body.itemType).toBe('XK')
})

test('RA1-12 RA1-13 levels are among six, several of them need the division of powers, and a county changes neither', async (t) => {
  const { patch, value, findings } = await aRevision(t)
  const six = ['nation', 'province', 'city', 'county', 'township', 'village']
  expect(await patch(keeper.city, { exerciseLevels: six })).toEqual([200, undefined])
  expect(await value('exerciseLevels')).toEqual(six)
  expect((await patch(keeper.city, { exerciseLevels: ['planet'] }))[0]).toBe(400)
  expect(await patch(keeper.county, { exerciseLevels: ['county'] })).toEqual(refused)
  expect(await patch(keeper.county, { authorityDivision: '都归本区' })).toEqual(refused)
  expect(await patch(keeper.city, { authorityDivision: null })).toEqual([200, undefined])
  expect(await findings()).toContain('authorityDivision sharedByLevels')
  expect(await patch(keeper.city, { exerciseLevels: ['county'] })).toEqual([200, undefined])
  expect(await findings()).toEqual([])
})

test('R1-01 RA1-14 RA1-15 RA1-16 R4-046 content, body and its nature are the keepers’ of any level; the body changes none of them and ends nothing', async (t) => {
  const { hall, code, patch, value } = await aRevision(t)
  for (const by of Object.values(keeper)) expect(await patch(by, { exerciseContent: `${by.id} 的规定。` })).toEqual([200, undefined])
  expect(await value('exerciseContent')).toBe('d-keeper 的规定。')
  for (const by of [body, ...Object.values(administration)]) {
    expect(await patch(by, { exerciseContent: '自己的规定。' })).toEqual(refused)
    expect(await patch(by, { bodyCode: '113700000045046442' })).toEqual(refused)
    expect(await patch(by, { bodyNature: 'entrusted' })).toEqual(refused)
  }
  for (const bodyNature of ['statutory', 'authorised', 'entrusted'])
    expect(await patch(keeper.county, { bodyNature })).toEqual([200, undefined])
  expect((await patch(keeper.county, { bodyNature: 'private' }))[0]).toBe(400)
  expect(
    (await hall.as(keeper.province).post('/implementations', { baseCode: 'XK00101000', bodyCode: '12330102MB1234567X' })).status,
  ).toBeGreaterThanOrEqual(400)
  expect((await hall.as(body).post(`/implementations/${code}/withdrawal`, { reason: '不办了' })).status).toBe(403)
  expect((await hall.stranger.get(`/items/${code}`)).body).toMatchObject({ state: 'inForce', version: 1, bodyCode: homeBody })
})

test('RA1-19 a material keeps its nine attributes, each checked, and a county changes none', async (t) => {
  const { hall, code, patch, value } = await aRevision(t)
  const nine = {
    name: '营业场所平面图',
    kind: 'other',
    sample: { name: '样本', mediaType: 'text/plain', text: '平面图样本。' },
    eForm: 'floor-plan',
    source: 'applicant',
    originals: 2,
    paperSize: 'A3',
    fillingNotes: '标明尺寸。',
    acceptanceStandard: '尺寸齐全。',
    electronic: false,
  } as const
  expect(await patch(keeper.city, { materials: [aMaterial(nine)] })).toEqual([200, undefined])
  expect((await value('materials'))[0]).toMatchObject(nine)
  for (const wrong of [
    { kind: 'thing' },
    { source: 'nowhere' },
    { originals: -1 },
    { electronic: 'yes' },
    { fillingNotes: '' },
    { name: '' },
  ])
    expect([wrong, (await patch(keeper.city, { materials: [{ ...aMaterial(nine), ...wrong }] }))[0]]).toEqual([wrong, 400])
  expect(await patch(keeper.county, { materials: [] })).toEqual(refused)
  expect((await value('materials'))[0]).toMatchObject(nine)
  expect((await hall.stranger.get(`/items/${code}`)).body.materials[0].name).toBe('食品经营许可申请书')
})

test('RA1-23 RA1-24 R4-066 an intermediary has its basis; steps have words and limits, and longer than the promise is pointed out', async (t) => {
  const { patch, value, findings } = await aRevision(t)
  const survey = { name: '房屋测绘', basis: '《房产测绘管理办法》第六条' }
  expect(await patch(keeper.city, { intermediaries: [survey] })).toEqual([200, undefined])
  expect(await value('intermediaries')).toEqual([survey])
  expect((await patch(keeper.city, { intermediaries: [{ name: '房屋测绘' }] }))[0]).toBe(400)
  expect((await patch(keeper.city, { intermediaries: [{ ...survey, basis: '' }] }))[0]).toBe(400)
  const step = (days: number) => ({ kind: 'examination', name: '审查', note: '书面审查。', limit: { value: days, unit: 'workday' } })
  const application = { kind: 'application', name: '申请', note: '网上申请。' }
  expect((await patch(keeper.city, { steps: [application, { kind: 'examination', name: '审查' }] }))[0]).toBe(400)
  expect(await patch(keeper.city, { steps: [application, step(5)] })).toEqual([200, undefined])
  expect(await findings()).toEqual([])
  expect(await patch(keeper.city, { steps: [application, step(9)] })).toEqual([200, undefined])
  expect(await findings()).toEqual(['steps longerThanCommitted'])
  expect(await patch(keeper.county, { steps: [application] })).toEqual(refused)
})

test('RA1-35 the promise is never longer than the law, and a county does not make it', async (t) => {
  const { hall, code, patch, findings } = await aRevision(t)
  expect(await patch(administration.county, { committedLimit: { value: 5, unit: 'workday' } })).toEqual(refused)
  expect(await patch(administration.city, { committedLimit: { value: 21, unit: 'workday' } })).toEqual([200, undefined])
  expect(await findings()).toContain('committedLimit longerThanStatutory')
  expect((await hall.as(body).post(`/implementations/${code}/submission`)).body).toMatchObject({ type: 'item.incomplete' })
  expect(await patch(administration.city, { committedLimit: { value: 20, unit: 'workday' } })).toEqual([200, undefined])
  expect((await hall.as(body).post(`/implementations/${code}/submission`)).status).toBe(200)
})

test('RA1-34 an item is instant or committed as the administration says, and instant only without days; keepers do not say', async (t) => {
  const { patch, findings } = await aRevision(t)
  for (const by of [...Object.values(keeper), administration.county, body])
    expect(await patch(by, { caseKind: 'instant' })).toEqual(refused)
  expect((await patch(administration.city, { caseKind: 'someday' }))[0]).toBe(400)
  expect(await patch(administration.city, { caseKind: 'instant' })).toEqual([200, undefined])
  expect(await findings()).toContain('caseKind notInstant')
  expect(await patch(administration.city, { committedLimit: { value: 0, unit: 'workday' } })).toEqual([200, undefined])
  expect((await findings()).filter((finding) => !finding.startsWith('steps'))).toEqual([])
})

test('RA1-42 RA1-44 RA1-46 place and telephones are needed, sound and shown; each is kept by whom appendix 1 names', async (t) => {
  const { hall, code, patch, findings } = await aRevision(t)
  const place = { name: '新大厅', address: '样例路9号', counters: ['B02'] }
  expect(await patch(otherBody, { places: [place] })).toEqual([404, 'item.notFound'])
  expect(await patch(administration.county, { places: [place] })).toEqual(refused)
  expect((await patch(body, { places: [{ ...place, address: '' }] }))[0]).toBe(400)
  expect(await patch(body, { places: [] })).toEqual([200, undefined])
  expect(await findings()).toContain('places empty')
  expect(await patch(body, { places: [place], consultationPhone: '12' })).toEqual([400, 'request.invalid'])
  expect(await patch(body, { places: [place], consultationPhone: '0571-1' })).toEqual([200, undefined])
  expect(await findings()).toContain('consultationPhone notAPhone')
  expect(await patch(body, { consultationPhone: '0571-87654321' })).toEqual([200, undefined])
  expect(await patch(body, { complaintPhone: '12388' })).toEqual(refused)
  expect(await patch(administration.county, { complaintPhone: '999' })).toEqual([200, undefined])
  expect(await findings()).toContain('complaintPhone notAPhone')
  expect(await patch(administration.county, { complaintPhone: '12388' })).toEqual([200, undefined])
  expect(await findings()).toEqual([])
  const shown = (await hall.stranger.get(`/items/${code}/guide.txt`)).body
  for (const words of ['上城区样例路1号', soundElements.consultationPhone, soundElements.complaintPhone]) expect(shown).toContain(words)
})

test('R4-037 R4-041 R4-042 an implementation hangs on an entry of its level, and without one in force there is no guide', async (t) => {
  const hall = await open(t)
  await hall.act(async (act) => {
    await aBody(act)
    await aDirectoryEntry(act, { baseCode: 'XK00001000', levels: ['province'] })
  })
  const take = (baseCode: string) => hall.as(body).post('/implementations', { baseCode, bodyCode: homeBody })
  expect((await take('XK09999000')).status).toBe(404)
  expect((await take('XK00001000')).body.type).toBe('item.levelWrong')
  expect((await hall.as(body).post('/directory-proposals', {})).status).toBe(403)
  const draft = await hall.act((act) => aDraft(act))
  for (const rest of ['', '/guide.txt', '/form']) expect((await hall.stranger.get(`/items/${draft}${rest}`)).status).toBe(404)
  const item = await hall.act((act) => aPublishedImplementation(act, { exerciseLevels: ['county'] }))
  const at = async (level: string) => (await hall.stranger.get(`/items?level=${level}`)).body.items.map((one: { name: string }) => one.name)
  expect(await at('county')).toEqual([item.name])
  for (const level of ['nation', 'province', 'city', 'township']) expect(await at(level)).toEqual([])
})

test('R4-119 R5A-095 a body keeps its own list in the one library of the province, and no other’s', async (t) => {
  const hall = await open(t)
  const mine = await hall.act((act) => aPublishedImplementation(act))
  const theirs = await hall.act(async (act) => {
    await aBody(act, { code: '113700000045046442', name: '另一局' })
    return aPublishedImplementation(act, { bodyCode: '113700000045046442' })
  })
  const revise = (code: string) => hall.as(body).post(`/implementations/${code}/revision`, { reason: '调整' })
  expect((await revise(mine.implementationCode)).status).toBe(200)
  expect((await revise(theirs.implementationCode)).status).toBe(404)
  expect((await hall.as(body).patch(`/implementations/${theirs.implementationCode}/draft`, { summary: '改' })).status).toBe(404)
  expect((await hall.as(body).get('/implementations')).body.items.map((one: { bodyCode: string }) => one.bodyCode)).toEqual([homeBody])
})

test('R4-043 R5B-037 R4-053 R4-122 one change, once published, is what every reader reads next, under one version number', async (t) => {
  const { hall, code, patch } = await aRevision(t)
  expect(await patch(body, { consultationPhone: '0571-87654321' })).toEqual([200, undefined])
  const readings = async () => {
    const item = (await hall.stranger.get(`/items/${code}`)).body
    const guide = (await hall.stranger.get(`/items/${code}/guide.txt`)).body
    const [line] = (await hall.as(keeper.city).get('/implementations')).body.items
    const [revision] = (await hall.stranger.get(`/items/${code}/revisions`)).body
    return [
      item.version,
      /第 (\d+) 版/.exec(guide)?.[1],
      line.version,
      revision.version,
      item.consultationPhone,
      guide.includes(item.consultationPhone),
    ]
  }
  expect(await readings()).toEqual([1, '1', 1, 1, soundElements.consultationPhone, true])
  await hall.as(body).post(`/implementations/${code}/submission`)
  const approver = office('approver', '330100', 'catalogue.approve', ['3301'])
  const good = { reasonable: true, necessary: true, timely: true, complete: true }
  const review = { opinion: '同意', materials: { application: good } }
  expect((await hall.as(approver).post(`/implementations/${code}/approval`, review)).status).toBe(200)
  expect(
    (await hall.as(office('pub', '330100', 'catalogue.publish', ['3301'])).post(`/implementations/${code}/publication`, {})).status,
  ).toBe(200)
  expect(await readings()).toEqual([2, '2', 2, 2, '0571-87654321', true])
})

test('R4-120 a change goes the way of an addition: handed in, agreed to by another, published; no step is left out', async (t) => {
  const { hall, code, patch } = await aRevision(t)
  await patch(body, { consultationPhone: '0571-87654321' })
  const post = (by: Actor, rest: string, input: object = {}) => hall.as(by).post(`/implementations/${code}/${rest}`, input)
  const publisher = office('pub', '330100', 'catalogue.publish', ['3301'])
  const approver = office('approver', '330100', 'catalogue.approve', ['3301'])
  const review = { opinion: '同意', materials: { application: { reasonable: true, necessary: true, timely: true, complete: true } } }
  expect((await post(publisher, 'publication')).body.type).toBe('item.notLawfulNow')
  expect((await post(approver, 'approval', review)).body.type).toBe('item.notLawfulNow')
  expect((await hall.stranger.get(`/items/${code}`)).body.version).toBe(1)
  expect((await post(body, 'submission')).status).toBe(200)
  expect((await post(publisher, 'publication')).body.type).toBe('item.notLawfulNow')
  expect((await post(approver, 'approval', review)).status).toBe(200)
  expect((await post(publisher, 'publication')).status).toBe(200)
  expect((await hall.stranger.get(`/items/${code}`)).body).toMatchObject({ version: 2, consultationPhone: '0571-87654321' })
})

test('R5B-007 what changed is told with time, person and both values, and any two versions are laid side by side', async (t) => {
  const { hall, code, patch } = await aRevision(t)
  hall.clock.advance(60_000)
  await patch(body, { consultationPhone: '0571-87654321' })
  const [change] = (await hall.as(body).get(`/implementations/${code}/changes`)).body
  expect(change).toEqual({
    field: 'consultationPhone',
    before: soundElements.consultationPhone,
    after: '0571-87654321',
    by: 'body',
    at: '2026-03-02T01:01:00.000Z',
  })
  await hall.as(body).post(`/implementations/${code}/submission`)
  const review = { opinion: '同意', materials: { application: { reasonable: true, necessary: true, timely: true, complete: true } } }
  await hall.as(office('approver', '330100', 'catalogue.approve', ['3301'])).post(`/implementations/${code}/approval`, review)
  await hall.as(office('pub', '330100', 'catalogue.publish', ['3301'])).post(`/implementations/${code}/publication`, {})
  const compare = async (one: number, other: number) =>
    (await hall.as(body).get(`/implementations/${code}/version-comparison?one=${one}&other=${other}`)).body
  expect(await compare(1, 2)).toMatchObject([{ field: 'consultationPhone', one: soundElements.consultationPhone, other: '0571-87654321' }])
  expect(await compare(2, 1)).toMatchObject([{ field: 'consultationPhone', one: '0571-87654321' }])
  expect(await compare(1, 1)).toEqual([])
})

test('R5B-010 R5B-040 R5B-041 R5B-042 items are compared element by element, across bodies, regions and levels', async (t) => {
  const hall = await open(t)
  const here = await hall.act((act) =>
    aPublishedImplementation(act, { committedLimit: { value: 8, unit: 'workday' }, exerciseLevels: ['province', 'city', 'county'] }),
  )
  const above = async (code: string, division: string, days: number) => {
    const item = await hall.act(async (act) => {
      await aBody(act, { code, name: `${division}样例局`, division })
      return aPublishedImplementation(act, { baseCode: here.baseCode, bodyCode: code, committedLimit: { value: days, unit: 'workday' } })
    })
    return item.implementationCode
  }
  const there = await hall.act(async (act) => {
    await aBody(act, { code: '113700000045046442', name: '西湖区样例局', division: '330106' })
    return aPublishedImplementation(act, {
      baseCode: here.baseCode,
      bodyCode: '113700000045046442',
      committedLimit: { value: 3, unit: 'workday' },
      materials: [aMaterial({ originals: 2 })],
    })
  })
  const [city, province] = [
    await above(inventedUscc({ kind: '11', nth: 41 }), '330100', 6),
    await above(inventedUscc({ kind: '11', nth: 42 }), '330000', 5),
  ]
  const look = office('look', '330000', 'catalogue.keep', ['33'])
  const ladder = await hall.as(look).get(`/item-comparison?item=${here.implementationCode}&item=${city}&item=${province}`)
  const limits = ladder.body.find((one: { field: string }) => one.field === 'committedLimit').values
  expect(limits.map(({ value }: { value: { value: number } }) => value.value)).toEqual([8, 6, 5])
  const { body: compared } = await hall.as(look).get(`/item-comparison?item=${here.implementationCode}&item=${there.implementationCode}`)
  const of = (field: string) => compared.find((one: { field: string }) => one.field === field)
  expect(of('committedLimit').values).toEqual([
    { implementationCode: here.implementationCode, value: { value: 8, unit: 'workday' } },
    { implementationCode: there.implementationCode, value: { value: 3, unit: 'workday' } },
  ])
  expect(of('materials').values).toHaveLength(2)
  expect(of('name')).toBeUndefined()
  expect((await hall.stranger.get(`/item-comparison?item=${here.implementationCode}&item=${there.implementationCode}`)).status).toBe(401)
})

test('R5B-038 the list is asked by region, department, type and state, one by one and together; a state that is none is refused', async (t) => {
  const hall = await open(t)
  const first = await hall.act((act) => aPublishedImplementation(act, { itemType: 'XK' }))
  const second = await hall.act(async (act) => {
    await aBody(act, { code: '113700000045046442', name: '西湖区样例局', division: '330106' })
    return aPublishedImplementation(act, { itemType: 'QR', bodyCode: '113700000045046442' })
  })
  await hall
    .as(office('s', '330100', 'catalogue.suspend', ['3301']))
    .post(`/implementations/${second.implementationCode}/suspension`, { reason: '修法' })
  const list = async (query: string) =>
    (await hall.as(keeper.city).get(`/implementations?${query}`)).body.items.map(
      (one: { implementationCode: string }) => one.implementationCode,
    )
  const [one, two] = [[first.implementationCode], [second.implementationCode]]
  expect(await list('division=330102')).toEqual(one)
  expect(await list('division=330106')).toEqual(two)
  expect(await list(`body=${homeBody}`)).toEqual(one)
  expect(await list('itemType=QR')).toEqual(two)
  expect(await list('itemState=suspended')).toEqual(two)
  expect(await list('itemState=inForce')).toEqual(one)
  expect(await list(`division=330106&body=113700000045046442&itemType=QR&itemState=suspended`)).toEqual(two)
  expect(await list('division=330102&itemState=suspended')).toEqual([])
  expect((await hall.as(keeper.city).get('/implementations?itemState=nonsense')).status).toBe(400)
})
