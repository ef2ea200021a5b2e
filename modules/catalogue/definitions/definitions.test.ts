import { organisation } from '@yiwang/organisation'
import { aBody, homeBody } from '@yiwang/organisation/testing'
import { aClerk, openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { flowBpmn } from '../demo/flow-bpmn.ts'
import { catalogue, publish } from '../index.ts'
import { anApprovedDraft, aPublishedImplementation } from '../testing.ts'

const modules = [organisation, catalogue]
const body = aClerk(['catalogue.deployFlow', 'catalogue.publishForm', 'catalogue.lookWork'], { id: 'body', body: homeBody })
const inDivision = (id: string, division: string) =>
  aClerk([], { id, division, body: '11330102MB1234567X', grants: [{ permission: 'catalogue.approveFlow', divisions: [division] }] })
const administration = inDivision('administration', '330102')
const flow = { bodyCode: homeBody, bpmn: flowBpmn({ key: 'food', name: '食品经营许可', visit: '现场核查' }) }

const open = async (t: Parameters<typeof openHall>[0]): Promise<Hall> => {
  const hall = await openHall(t, { modules })
  await hall.act((act) => aBody(act))
  return hall
}

test('R5B-031 RA1-26 a flow without an end is refused with the element named, and nothing is kept of it', async (t) => {
  const hall = await open(t)
  const broken = flow.bpmn.replace(/<sequenceFlow id="settle"[^>]*><\/sequenceFlow>/, '')
  const answer = await hall.as(body).post('/flows/food', { ...flow, bpmn: broken })
  expect(answer).toMatchObject({ status: 422, body: { type: 'flow.refused' } })
  expect(answer.body.findings.map(({ elementId }: { elementId: string }) => elementId)).toContain('decide')
  expect((await hall.as(body).get('/flows')).body).toEqual([])
  expect((await hall.published()).map(({ name }) => name)).not.toContain('flow.deployed')
})

const plain = (
  task: string,
) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="urn:yiwang:bpmn:1" id="file" targetNamespace="urn:yiwang:flows">
  <process id="plain" name="一般" isExecutable="true"><startEvent id="start"/>${task}<endEvent id="end"/>
  <sequenceFlow id="a" sourceRef="start" targetRef="step"/><sequenceFlow id="b" sourceRef="step" targetRef="end"/></process></definitions>`

test('what the house cannot carry out, and people it cannot tell apart, are refused when the flow is handed in, by element', async (t) => {
  const hall = await open(t)
  const give = (task: string) => hall.as(body).post('/flows/plain', { bodyCode: homeBody, bpmn: plain(task) })
  const service = await give('<serviceTask id="step" name="推送" yiwang:operation="push"/>')
  expect(service.body).toMatchObject({
    type: 'flow.refused',
    findings: [{ code: 'operationUnknown', elementId: 'step', elementName: '推送' }],
  })
  const who = '<yiwang:candidates role="examiner" expertise="消防"/>'
  const expert = await give(`<userTask id="step" name="核查"><extensionElements>${who}</extensionElements></userTask>`)
  expect(expert.body).toMatchObject({ type: 'flow.refused', findings: [{ code: 'expertiseUnknown', elementId: 'step' }] })
  expect(expert.body.findings[0].text).toContain('消防')
  expect((await hall.as(body).get('/flows')).body).toEqual([])
})

test('an item whose flow has nobody in it is not published: no case would be examined', async (t) => {
  const hall = await open(t)
  const wait =
    '<intermediateCatchEvent id="step"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>'
  expect((await hall.as(body).post('/flows/plain', { bodyCode: homeBody, bpmn: plain(wait) })).status).toBe(200)
  expect((await hall.as(administration).post('/flows/plain/1/approval', { reason: '同意' })).status).toBe(200)
  const code = await hall.act((act) => anApprovedDraft(act, { flow: { key: 'plain', version: 1 } }))
  await expect(hall.act((act) => publish(act, code))).rejects.toMatchObject({ details: { findings: [{ code: 'nobodyExamines' }] } })
})

test('R4-121 RA1-26 a flow counts once the administration of the same level agrees, not of another, nor who handed it in', async (t) => {
  const hall = await open(t)
  expect((await hall.as(body).post('/flows/food', flow)).body).toMatchObject({
    key: 'food',
    version: 1,
    state: 'proposed',
    division: '330102',
  })
  const review = (by: ReturnType<typeof inDivision>) => hall.as(by).post('/flows/food/1/approval', { reason: '同意' })
  expect((await review(body)).status).toBe(403)
  expect(
    (await review({ ...inDivision('city', '330100'), grants: [{ permission: 'catalogue.approveFlow', divisions: ['3301'] }] })).status,
  ).toBe(404)
  expect((await review(inDivision('neighbour', '330106'))).status).toBe(404)
  expect((await review({ ...administration, id: 'body' })).body.type).toBe('flow.reviewedByDeployer')
  const unapproved = await hall.act((act) => anApprovedDraft(act, { flow: { key: 'food', version: 1 } }))
  await expect(hall.act((act) => publish(act, unapproved))).rejects.toMatchObject({ code: 'flow.notApproved' })
  expect((await review(administration)).body).toMatchObject({ state: 'approved', reviewedBy: 'administration' })
  expect((await review(administration)).body.type).toBe('flow.notProposed')
  await hall.act((act) => publish(act, unapproved))
})

test('a later flow is another revision; items keep the one they name, and other bodies may not put theirs under the key', async (t) => {
  const hall = await open(t)
  const item = await hall.act((act) => aPublishedImplementation(act))
  const key = item.flow?.key ?? ''
  const { version } = (await hall.as(body).post(`/flows/${key}`, flow)).body
  expect(version).toBe((item.flow?.version ?? 0) + 1)
  expect((await hall.stranger.get(`/items/${item.implementationCode}`)).body.flow).toEqual(item.flow)
  await hall.act((act) => aBody(act, { code: '113700000045046442', name: '另一局' }))
  const other = aClerk(['catalogue.deployFlow'], { body: '113700000045046442' })
  expect((await hall.as(other).post(`/flows/${key}`, { ...flow, bodyCode: '113700000045046442' })).body.type).toBe('item.notYours')
  expect((await hall.as(other).post('/flows/mine', flow)).body.type).toBe('item.notYours')
})

test('R5B-032 a flow is drawn from what it is', async (t) => {
  const hall = await open(t)
  await hall.as(body).post('/flows/food', flow)
  const { picture } = (await hall.as(body).get('/flows/food/1')).body
  for (const name of ['书面审查', '现场核查', '决定']) expect(picture).toContain(name)
  expect(picture).toMatch(/^<svg/)
  // the editor needs a drawing in the file: one without gets one, and is the same flow
  const { bpmn } = (await hall.as(body).get('/flows/food/1')).body
  expect(flow.bpmn).not.toContain('BPMNShape')
  expect(bpmn).toContain('BPMNShape')
})

const schema = { type: 'object', additionalProperties: false, properties: { name: { type: 'string', title: '名称' } }, required: ['name'] }

test('forms are revisions: the same again is the same, another is the next, and a poor one is refused by place', async (t) => {
  const hall = await open(t)
  const post = (over: object) => hall.as(body).post('/forms/food', { name: '申请表', schema, ...over })
  expect((await post({})).body.version).toBe(1)
  expect((await post({})).body.version).toBe(1)
  expect((await post({ name: '申请书' })).body.version).toBe(2)
  expect((await hall.stranger.get('/forms/food/1')).body).toMatchObject({ name: '申请表', schema })
  const bad = await post({ schema: { ...schema, properties: { name: { $ref: 'https://evil.example/x' } } } })
  expect(bad).toMatchObject({ status: 422, body: { type: 'form.schemaWrong' } })
  expect((await hall.stranger.get('/forms/food/3')).status).toBe(404)
  expect((await hall.stranger.post('/forms/food', { name: '表', schema })).status).toBe(401)
})

test('two forms at once get two numbers', async (t) => {
  const hall = await openHall(t, { modules, connections: 4 })
  const post = (name: string) => hall.as(body).post('/forms/food', { name, schema })
  const answers = await Promise.all(['甲', '乙', '丙'].map(post))
  expect(answers.map((answer) => answer.body.version).toSorted()).toEqual([1, 2, 3])
})

test('the fields of a form come back in the order its designer gave them, and another order is another revision', async (t) => {
  const hall = await open(t)
  const text = (title: string) => ({ type: 'string', title })
  const party = {
    type: 'object',
    title: '联系人',
    properties: { phone: text('电话'), name: text('姓名'), a: text('备注') },
    required: ['phone', 'name'],
    additionalProperties: false,
  }
  const properties = { shopName: text('名称'), area: { type: 'number', title: '面积' }, party, address: text('地址'), b: text('其他') }
  const form = { name: '申请表', schema: { type: 'object', properties, required: ['shopName', 'address'], additionalProperties: false } }
  const published = (await hall.as(body).post('/forms/shop', form)).body
  const read = (await hall.stranger.get(`/forms/shop/${published.version}`)).body
  for (const { schema } of [published, read]) {
    expect(Object.keys(schema)).toEqual(['type', 'properties', 'required', 'additionalProperties'])
    expect(Object.keys(schema.properties)).toEqual(['shopName', 'area', 'party', 'address', 'b'])
    expect(Object.keys(schema.properties.party.properties)).toEqual(['phone', 'name', 'a'])
  }
  expect((await hall.as(body).post('/forms/shop', form)).body.version).toBe(published.version)
  const { shopName, ...others } = properties
  const turned = { ...form, schema: { ...form.schema, properties: { ...others, shopName } } }
  expect((await hall.as(body).post('/forms/shop', turned)).body.version).toBe(published.version + 1)
})

test.each([
  ['no XML at all', 'not a flow'],
  ['XML that is no BPMN', '<html><body/></html>'],
  ['a file with entities that grow', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
  ['a file deeper than any flow', `${'<a>'.repeat(500)}${'</a>'.repeat(500)}`],
])('%s is refused like a flow that cannot run, and nothing is kept of it', async (_what, bpmn) => {
  const endings: (() => Promise<void>)[] = []
  const hall = await open({ onTestFinished: (run) => endings.push(run) })
  try {
    expect(await hall.as(body).post('/flows/food', { ...flow, bpmn })).toMatchObject({ status: 422, body: { type: 'flow.refused' } })
    expect((await hall.as(body).get('/flows')).body).toEqual([])
  } finally {
    for (const end of endings) await end()
  }
})
