import { aClerk, aUser, type Visitor } from '@yiwang/testing'
import { homeBody } from '@yiwang/organisation/testing'
import { expect, test } from 'vitest'
import { can, stateAfter, type SealAct } from './lifecycle.ts'
import { bodyHasSeal } from './index.ts'
import { applicant, application, approver, neighbour, openSeals, type SealHall } from './seal-hall.testing.ts'
import { aSealInUse } from './testing.ts'

type Step = 'approval' | 'making' | 'issue' | 'suspension' | 'resumption' | 'loss' | 'destruction'
const bodies: Partial<Record<Step, unknown>> = {
  suspension: { reason: '机构调整' },
  loss: { reason: '介质遗失' },
  destruction: { reason: '机构撤销' },
}
const send = (visitor: Visitor, id: string, step: Step) =>
  step === 'approval' ? visitor.post(`/seals/${id}/decision`, { approved: true }) : visitor.post(`/seals/${id}/${step}`, bodies[step])

async function aSealThat({ by }: SealHall, steps: readonly Step[]): Promise<string> {
  const { body } = await by(applicant).post('/seals', application)
  for (const step of steps) expect((await send(by(approver), body.id, step)).status).toBe(200)
  return body.id
}

test('R7-072 a seal is applied for, approved by another, made with a certificate, and issued', async (t) => {
  const office = await openSeals(t)
  const { hall, by } = office
  const applied = await by(applicant).post('/seals', application)
  expect(applied).toMatchObject({ status: 200, body: { state: 'applied', bodyCode: homeBody } })
  const { id } = applied.body
  expect((await by(applicant).post(`/seals/${id}/making`)).body.type).toBe('seal.notLawful')
  expect((await by(applicant).post(`/seals/${id}/decision`, { approved: true })).body.type).toBe('seal.ownApplication')
  expect((await by(approver).post(`/seals/${id}/decision`, { approved: true })).body.state).toBe('approved')
  const made = await by(approver).post(`/seals/${id}/making`)
  expect(made.body).toMatchObject({ state: 'made', serial: expect.stringMatching(/^[0-9a-f]+$/i), validFrom: '2026-03-02T01:00:00.000Z' })
  expect(await hall.act((act) => bodyHasSeal(act.tx, homeBody))).toBe(false)
  expect((await by(approver).post(`/seals/${id}/issue`)).body.state).toBe('issued')
  expect(await hall.act((act) => bodyHasSeal(act.tx, homeBody))).toBe(true)
  const told = (await hall.published()).map((event) => event.name).filter((name) => name.startsWith('seal.'))
  expect(told).toEqual(['seal.applied', 'seal.approved', 'seal.made', 'seal.issued'])
})

test('R7-071 a refused application makes room for a new one', async (t) => {
  const { by } = await openSeals(t)
  const { body } = await by(applicant).post('/seals', application)
  expect((await by(approver).post(`/seals/${body.id}/decision`, { approved: false })).body.type).toBe('seal.reasonMissing')
  expect((await by(approver).post(`/seals/${body.id}/decision`, { approved: false, note: '用途不明' })).body.state).toBe('refused')
  expect((await by(applicant).get('/seals')).body.items).toMatchObject([{ state: 'refused', endedReason: '用途不明' }])
  expect((await by(approver).post(`/seals/${body.id}/making`)).body.type).toBe('seal.notLawful')
  expect((await by(applicant).post('/seals', application)).status).toBe(200)
  expect((await by(applicant).post('/seals', application)).body.type).toBe('seal.alreadyThere')
})

const ways: [string, Step[], Step[]][] = [
  ['applied', [], ['approval']],
  ['approved', ['approval'], ['making']],
  ['made', ['approval', 'making'], ['issue', 'loss', 'destruction']],
  ['issued', ['approval', 'making', 'issue'], ['suspension', 'loss', 'destruction']],
  ['suspended', ['approval', 'making', 'issue', 'suspension'], ['resumption', 'loss', 'destruction']],
  ['lost', ['approval', 'making', 'issue', 'loss'], []],
  ['destroyed', ['approval', 'making', 'issue', 'destruction'], []],
]
const steps: Step[] = ['approval', 'making', 'issue', 'suspension', 'resumption', 'loss', 'destruction']

test.each(ways)('of a seal that is %s only what the law allows is done, and a refusal changes nothing', async (state, way, lawful) => {
  await withHall(async (office) => {
    const id = await aSealThat(office, way)
    const before = (await office.hall.published()).length
    for (const step of steps.filter((one) => !lawful.includes(one))) {
      const answer = await send(office.by(approver), id, step)
      expect([step, answer.status, answer.body.type]).toEqual([step, 409, 'seal.notLawful'])
    }
    expect((await office.hall.published()).length).toBe(before)
    expect((await office.by(approver).get('/seals')).body.items).toMatchObject([{ id, state }])
  })
})

/** `test.each` hands over no context, so that the hall is closed here. */
async function withHall(run: (office: SealHall) => Promise<void>): Promise<void> {
  const ends: (() => Promise<void>)[] = []
  try {
    await run(await openSeals({ onTestFinished: (end) => void ends.push(end) }))
  } finally {
    for (const end of ends) await end()
  }
}

test('the table leads from each lawful act to the state it names', () => {
  const acts: [SealAct, string, string][] = [
    ['approve', 'applied', 'approved'],
    ['make', 'approved', 'made'],
    ['issue', 'made', 'issued'],
    ['suspend', 'issued', 'suspended'],
    ['resume', 'suspended', 'issued'],
    ['reportLoss', 'suspended', 'lost'],
    ['destroy', 'issued', 'destroyed'],
  ]
  for (const [act, from, to] of acts) {
    expect(can(act, { state: from as 'applied' })).toBe(true)
    expect(can(act, { state: 'refused' })).toBe(false)
    expect(stateAfter(act)).toBe(to)
  }
})

test('strangers, users and clerks of another body can do nothing with a seal and do not see it', async (t) => {
  const office = await openSeals(t)
  const id = await aSealThat(office, ['approval', 'making', 'issue'])
  for (const step of steps) {
    expect([step, (await send(office.by(neighbour), id, step)).status]).toEqual([step, 404])
    expect([step, (await send(office.by(aUser()), id, step)).status]).toEqual([step, 403])
    expect([step, (await send(office.hall.stranger, id, step)).status]).toEqual([step, 401])
  }
  expect((await office.by(neighbour).get('/seals')).body.items).toEqual([])
  expect((await office.by(neighbour).post('/seals', { ...application, kind: 'licence' })).body.type).toBe('seal.bodyOutOfReach')
  expect((await office.by(aClerk([])).get('/seals')).status).toBe(403)
  expect((await office.by(approver).get('/seals')).body.items).toMatchObject([{ id, state: 'issued' }])
})

test('of two who make, issue or decide at once one does it and the other is told', async (t) => {
  const office = await openSeals(t, { connections: 4 })
  const { body } = await office.by(applicant).post('/seals', application)
  for (const step of ['approval', 'making', 'issue', 'loss'] as const) {
    const answers = await Promise.all([1, 2].map(() => send(office.by(approver), body.id, step)))
    expect([step, answers.map((answer) => answer.status).toSorted()]).toEqual([step, [200, 409]])
  }
  const twice = await Promise.all([1, 2].map(() => office.by(applicant).post('/seals', application)))
  expect(twice.map((answer) => answer.status).toSorted()).toEqual([200, 409])
})

test('R7-072 with the authority silent the seal stays approved and can be made later', async (t) => {
  const office = await openSeals(t)
  const id = await aSealThat(office, ['approval'])
  office.authority.down.issuing = true
  expect((await send(office.by(approver), id, 'making')).status).toBe(500)
  expect((await office.by(approver).get('/seals')).body.items).toMatchObject([{ state: 'approved' }])
  office.authority.down.issuing = false
  expect((await send(office.by(approver), id, 'making')).body.state).toBe('made')
})

test('the private key is not readable in the database', async (t) => {
  const { hall } = await openSeals(t)
  await aSealInUse(hall.house, { bodyCode: homeBody })
  const rows = await hall.act((act) => act.tx.selectFrom('seals.seal').select('key_hidden').execute())
  expect(rows[0]?.key_hidden).not.toContain('PRIVATE KEY')
})
