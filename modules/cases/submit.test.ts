import { isCaseNumber } from '@yiwang/standards'
import type { Answer } from '@yiwang/testing'
import { sql } from 'kysely'
import { expect, test, type TestContext } from 'vitest'
import type { DraftInput } from './contract.ts'
import { aMaterial, soundElements, type ItemOver } from '@yiwang/catalogue/testing'
import {
  aCertificate,
  aSubmittedCase,
  aWholeApplication,
  lease,
  openCases,
  statement,
  type CaseHall,
  type CaseHallOptions,
} from './testing.ts'

interface Ready extends CaseHall {
  id: string
  whole: DraftInput
  save(input: DraftInput): Promise<void>
  submit(headers?: Record<string, string>): Promise<Answer>
}

async function aReadyDraft(t: TestContext, over: ItemOver = {}, options: CaseHallOptions = {}): Promise<Ready> {
  const office = await openCases(t, options)
  const item = await office.item(over)
  const visitor = office.hall.as(office.person)
  const { body } = await visitor.post('/drafts', { implementationCode: item.implementationCode })
  const whole = await aWholeApplication(office)
  const filled = { ...whole, form: { ...body.form, ...whole.form } }
  const save = async (input: DraftInput) => {
    expect((await visitor.put(`/drafts/${body.id}`, input)).status).toBe(200)
  }
  await save(filled)
  return {
    ...office,
    id: body.id,
    whole: filled,
    save,
    submit: (headers = {}) => visitor.post(`/drafts/${body.id}/submission`, undefined, { headers }),
  }
}

test('numbers of cases, papers, licences and payments are given in turn, none taken ahead', async (t) => {
  const { hall } = await openCases(t)
  const { rows } = await hall.act(({ tx }) =>
    sql<{ name: string; cache: string }>`select schemaname || '.' || sequencename as name, cache_size as cache from pg_sequences
      where sequencename in ('case_sequence', 'paper_sequence', 'licence_sequence', 'notice_sequence') order by 1`.execute(tx),
  )
  expect(rows.map(({ name, cache }) => [name, Number(cache)])).toEqual([
    ['cases.case_sequence', 1],
    ['documents.paper_sequence', 1],
    ['licences.licence_sequence', 1],
    ['payments.notice_sequence', 1],
  ])
})

const submittedEvents = async ({ hall }: CaseHall) => (await hall.published()).filter(({ name }) => name === 'case.submitted')

test('R5A-136 an application handed in is a case with a number of its own, by which it is found', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const [one, two] = [await aSubmittedCase(office, item), await aSubmittedCase(office, item)]
  expect([isCaseNumber(one), isCaseNumber(two)]).toEqual([true, true])
  expect(one).not.toBe(two)
  expect(one.slice(0, 14)).toBe('33010220260302')
  expect(await office.hall.as(office.person).get(`/my/cases/${one}`)).toMatchObject({
    status: 200,
    body: {
      state: 'submitted',
      channel: 'portal',
      itemName: item.name,
      revisionId: item.revisionId,
      applicant: { name: '张测试', contact: { name: '张测试', agent: false } },
      papers: [{ kind: 'receipt', sealed: false }],
      steps: [{ name: '提交申请', actorName: '张测试' }],
      materials: [
        { code: 'lease', trustLevel: 'C' },
        { code: 'statement', trustLevel: 'D' },
      ],
      lawful: ['withdraw'],
      next: 'waitForAnswer',
    },
  })
  expect((await submittedEvents(office))[0]?.body).toMatchObject({ caseNumber: one, accountId: office.person.id, channel: 'portal' })
})

test('R5A-135 clicking twice, with a key or without, gives one case', async (t) => {
  const office = await aReadyDraft(t)
  const first = await office.submit({ 'idempotency-key': 'k' })
  expect(first.status).toBe(201)
  expect(await office.submit({ 'idempotency-key': 'k' })).toMatchObject({ status: 201, body: first.body })
  expect(await office.submit()).toMatchObject({
    status: 409,
    body: { type: 'case.alreadySubmitted', caseNumber: first.body.caseNumber },
  })
  expect(await submittedEvents(office)).toHaveLength(1)
  expect((await office.hall.as(office.person).get('/my/cases')).body.items).toHaveLength(1)
  expect((await office.hall.as(office.person).get('/drafts')).body.items).toEqual([])
})

test('handed in twice at once there is one case, and the other click is told its number', async (t) => {
  const office = await aReadyDraft(t, {}, { connections: 4 })
  const answers = await Promise.all([office.submit(), office.submit(), office.submit()])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  const made = answers.find(({ status }) => status === 201)
  for (const answer of answers.filter(({ status }) => status === 409)) expect(answer.body.caseNumber).toBe(made?.body.caseNumber)
  expect(await submittedEvents(office)).toHaveLength(1)
})

test('R5A-133 every wrong field is named, and no case comes of it', async (t) => {
  const office = await aReadyDraft(t)
  await office.save({ ...office.whole, form: { ...office.whole.form, place: '', note: 'x'.repeat(201), admin: true } })
  const answer = await office.submit()
  expect(answer).toMatchObject({ status: 422, body: { type: 'case.formInvalid' } })
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['/form/place', '/form/note', '/form/admin']),
  )
  expect(await submittedEvents(office)).toEqual([])
  expect((await office.hall.as(office.person).get('/my/cases')).body.items).toEqual([])
})

test('what a register has the last word on cannot be changed in the form', async (t) => {
  const office = await aReadyDraft(t)
  await office.save({ ...office.whole, form: { place: '样例路1号', name: '王冒名' } })
  expect(await office.submit()).toMatchObject({
    status: 422,
    body: { type: 'case.formInvalid', errors: [{ pointer: '/form/name', code: 'locked' }] },
  })
})

test('R5A-134 all that is missing is named at once', async (t) => {
  const office = await aReadyDraft(t)
  await office.save({ ...office.whole, materials: [] })
  expect(await office.submit()).toMatchObject({
    status: 422,
    body: { type: 'case.materialsMissing', missing: ['lease', 'statement'], title: '还缺少材料：租赁合同、承诺书。' },
  })
  expect(await submittedEvents(office)).toEqual([])
})

test('somebody else’s file, a file that is not there and one given twice are refused alike before a case exists', async (t) => {
  const office = await aReadyDraft(t)
  const [own, theirs] = [await office.aFile(office.person), await office.aFile(office.otherPerson)]
  const give = async (...materials: DraftInput['materials']) => {
    await office.save({ ...office.whole, materials })
    return office.submit()
  }
  const word = { code: 'statement', source: 'upload', fileId: own } as const
  for (const fileId of [theirs, '01890a5d-ac96-774b-bcce-b302099a8057'])
    expect(await give({ code: 'lease', source: 'upload', fileId }, word)).toMatchObject({
      status: 422,
      body: { type: 'case.materialNotYours', codes: ['lease'] },
    })
  expect(await give(word, word)).toMatchObject({ status: 422, body: { type: 'case.materialTwice' } })
  expect(await give(word, { code: 'nonsense', source: 'upload', fileId: own })).toMatchObject({ body: { type: 'case.materialUnknown' } })
  expect(await give(word, { code: 'lease', source: 'upload' })).toMatchObject({ body: { type: 'case.materialSourceNotAllowed' } })
  expect(await give(word, { code: 'lease', source: 'paper' })).toMatchObject({ body: { type: 'case.materialSourceNotAllowed' } })
  expect(await give(word, { code: 'lease', source: 'register' })).toMatchObject({ body: { type: 'case.materialSourceNotAllowed' } })
  expect(await give(word, { code: 'lease', source: 'deferred' })).toMatchObject({ body: { type: 'case.notDeferrable', name: '租赁合同' } })
  expect(await submittedEvents(office)).toEqual([])
})

test('R5A-156 fully online takes verified materials only, and says which are not', async (t) => {
  const office = await aReadyDraft(t, { onlineMode: 'full' })
  expect(await office.submit()).toMatchObject({ status: 422, body: { type: 'case.materialNotVerified', names: ['租赁合同'] } })
  const [scan, word] = [await office.aFile(office.person, 'B'), await office.aFile(office.person)]
  await office.save({
    ...office.whole,
    materials: [
      { code: 'lease', source: 'upload', fileId: scan },
      { code: 'statement', source: 'upload', fileId: word },
    ],
  })
  expect((await office.submit()).status).toBe(201)
})

const question = {
  key: 'kind',
  text: '以什么身份申请？',
  many: false,
  required: true,
  options: [
    { value: 'owner', label: '产权人' },
    { value: 'tenant', label: '承租人' },
  ],
}
const situations = [{ key: 'renting', name: '租赁', when: [{ question: 'kind', in: ['tenant'] }] }]

test('only what the situation asks for is asked for, and what else was given is left away', async (t) => {
  const materials = [{ ...lease, situations: ['renting'] }, statement]
  const office = await aReadyDraft(t, { questions: [question], situations, materials })
  expect(await office.submit()).toMatchObject({ status: 422, body: { type: 'case.answersMissing', questions: [{ key: 'kind' }] } })
  await office.save({ ...office.whole, answers: { kind: 'wizard' } })
  expect(await office.submit()).toMatchObject({ body: { type: 'case.answersMissing' } })
  await office.save({ ...office.whole, answers: { kind: 'tenant' }, materials: office.whole.materials.slice(1) })
  expect(await office.submit()).toMatchObject({ body: { type: 'case.materialsMissing', missing: ['lease'] } })
  await office.save({ ...office.whole, answers: { kind: 'owner' } })
  const done = await office.submit()
  expect(done.status).toBe(201)
  const { body } = await office.hall.as(office.person).get(`/my/cases/${done.body.caseNumber}`)
  expect(body.materials.map(({ code }: { code: string }) => code)).toEqual(['statement'])
})

test('an item that changed since the draft was saved is looked at again before it is handed in', async (t) => {
  const office = await aReadyDraft(t)
  await office.hall.act(async (act) => {
    const { updateDraftRevision } = await import('./testing-store.ts')
    await updateDraftRevision(act, office.id)
  })
  expect(await office.submit()).toMatchObject({ status: 409, body: { type: 'case.itemChanged' } })
  await office.save(office.whole)
  expect((await office.submit()).status).toBe(201)
})

test('R5A-174 the way of delivery is one the item offers, and a courier needs to know where to', async (t) => {
  const { result } = soundElements
  const office = await aReadyDraft(t, { onlineMode: 'preview', visits: 2, result: { ...result, delivery: ['counter', 'courier'] } })
  const choose = async (delivery: DraftInput['delivery']) => {
    await office.save({ ...office.whole, ...(delivery ? { delivery } : {}) })
    return office.submit()
  }
  expect(await choose({ method: 'electronic' })).toMatchObject({
    status: 422,
    body: { type: 'case.deliveryNotOffered', offered: ['counter', 'courier'] },
  })
  expect(await choose({ method: 'courier' })).toMatchObject({ status: 422, body: { type: 'case.recipientMissing' } })
  const recipient = { name: '张测试', phone: '13800000001', address: '样例路1号' }
  for (const [field, wrong] of [
    ['phone', '12'],
    ['name', '张'],
    ['address', 'x'],
  ] as const)
    expect(await choose({ method: 'courier', recipient: { ...recipient, [field]: wrong } })).toMatchObject({
      status: 422,
      body: { type: 'case.recipientInvalid', fields: [field] },
    })
  const done = await choose({ method: 'courier', recipient })
  expect(done.status).toBe(201)
  const { body } = await office.hall.as(office.person).get(`/my/cases/${done.body.caseNumber}`)
  expect(body.delivery).toEqual({ method: 'courier', recipient })
})

test('R5A-146 without logistics the courier cannot be chosen, and an address that is not needed is not kept', async (t) => {
  const office = await aReadyDraft(t, { logistics: { materials: false, results: false } })
  const recipient = { name: '张测试', phone: '13800000001', address: '样例路1号' }
  await office.save({ ...office.whole, delivery: { method: 'courier', recipient } })
  expect(await office.submit()).toMatchObject({ status: 422, body: { type: 'case.deliveryNotOffered' } })
  await office.save({ ...office.whole, delivery: { method: 'counter', recipient } })
  const done = await office.submit()
  const { body } = await office.hall.as(office.person).get(`/my/cases/${done.body.caseNumber}`)
  expect(body.delivery).toEqual({ method: 'counter' })
})

test('RA3-009 an organisation applies with its legal representative', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const { anAccount } = await import('@yiwang/identity/testing')
  const without = await office.hall.act((act) => anAccount(act, { kind: 'organisation' }))
  const refused = await office.hall
    .as({ ...office.person, id: without.id })
    .post('/drafts', { implementationCode: item.implementationCode })
  expect(refused).toMatchObject({ status: 422, body: { type: 'case.legalRepresentativeMissing' } })
})

test('an optional material may be left out, a deferrable one promised', async (t) => {
  const materials = [aCertificate('lease', { need: 'deferrable' }), aMaterial({ code: 'extra', name: '补充说明', need: 'optional' })]
  const office = await aReadyDraft(t, { materials })
  await office.save({ ...office.whole, materials: [] })
  expect(await office.submit()).toMatchObject({ status: 422, body: { missing: ['lease'] } })
  await office.save({ ...office.whole, materials: [{ code: 'lease', source: 'deferred' }] })
  expect((await office.submit()).status).toBe(201)
})
