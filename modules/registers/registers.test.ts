import { aClerk, aUser, openHall, type Hall } from '@yiwang/testing'
import { openSandbox } from '@yiwang/sandbox'
import { standingClock } from '@yiwang/kernel'
import { expect, test, type TestContext } from 'vitest'
import { findOrganisation, findPerson, listQuestionsAbout, registers, sandboxRegisters, verifyPerson } from './index.ts'

const secret = 'register-secret-of-the-test'
const now = '2026-03-02T09:00:00+08:00'

interface DemoList {
  persons: { name: string; idNumber: string }[]
  organisations: { basic: { name: string; uscc: string } }[]
}

async function open(t: TestContext): Promise<{ hall: Hall; url: string; known: DemoList }> {
  const clock = standingClock(now)
  const sandbox = await openSandbox({
    port: 0,
    clock,
    secrets: {
      registers: secret,
      messages: 'messages-key-of-the-test',
      payments: 'payment-secret-of-the-test',
      courier: 'courier-secret-of-the-test',
    },
  })
  t.onTestFinished(() => sandbox.close())
  const hall = await openHall(t, {
    modules: [registers],
    now,
    outside: { registers: sandboxRegisters({ url: sandbox.address, secret, clock }) },
  })
  return { hall, url: sandbox.address, known: (await (await fetch(`${sandbox.address}/demo/persons.json`)).json()) as DemoList }
}

const asker = aClerk(['registers.look'])
const workOf = (hall: Hall) => hall.house.work(asker)

test('a base register is asked with purpose, answers yes or no, and both sides keep the question', async (t) => {
  const { hall, url, known } = await open(t)
  const [person] = known.persons
  if (!person) throw new Error('the sandbox knows nobody')
  expect(await verifyPerson(workOf(hall), { name: person.name, idNumber: person.idNumber, purpose: '实名注册' })).toBe(true)
  expect(await verifyPerson(workOf(hall), { name: '不是他', idNumber: person.idNumber, purpose: '实名注册' })).toBe(false)
  const ours = await hall.as(asker).get('/register-questions')
  expect(ours.body.items.map((question: { outcome: string }) => question.outcome)).toEqual(['differs', 'matches'])
  expect(JSON.stringify(ours.body)).not.toContain(person.idNumber)
  const theirs = (await (await fetch(`${url}/registers/log`)).json()) as { entries: { purpose: string; asker: string }[] }
  expect(theirs.entries).toMatchObject([{ purpose: '实名注册', asker: asker.body }, { purpose: '实名注册' }])
})

test('records come with what forms are filled from; what is not there is not made up', async (t) => {
  const { hall, known } = await open(t)
  const [person] = known.persons
  const [organisation] = known.organisations
  expect(await findPerson(workOf(hall), { idNumber: person?.idNumber ?? '', purpose: '预填表单' })).toMatchObject({
    name: person?.name,
    alive: true,
  })
  expect(await findOrganisation(workOf(hall), { uscc: organisation?.basic.uscc ?? '', purpose: '预填表单' })).toMatchObject({
    name: organisation?.basic.name,
  })
  expect(await findPerson(workOf(hall), { idNumber: '440524188001010014', purpose: '预填表单' })).toBeUndefined()
})

test('who was asked about can be found by the number, not without it', async (t) => {
  const { hall, known } = await open(t)
  const [one, two] = known.persons
  await verifyPerson(workOf(hall), { name: one?.name ?? '', idNumber: one?.idNumber ?? '', purpose: '实名注册' })
  const about = (idNumber = '') => hall.house.read(aUser(), (desk) => listQuestionsAbout(desk, `person:${idNumber}`, {}))
  expect((await about(one?.idNumber)).items).toHaveLength(1)
  expect((await about(two?.idNumber)).items).toEqual([])
})

test('a register that fails is a register that fails, not a "no"; nothing is noted', async (t) => {
  const { hall, url, known } = await open(t)
  await fetch(`${url}/modes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'registers', mode: 'failing' }),
  })
  const asked = verifyPerson(workOf(hall), { name: '甲', idNumber: known.persons[0]?.idNumber ?? '', purpose: '实名注册' })
  await expect(asked).rejects.toMatchObject({ code: 'outside.noAnswer', status: 503 })
  expect((await hall.as(asker).get('/register-questions')).body.items).toEqual([])
})

test('a stranger, a person and a clerk of another body see no questions', async (t) => {
  const { hall, known } = await open(t)
  await verifyPerson(workOf(hall), { name: '甲', idNumber: known.persons[0]?.idNumber ?? '', purpose: '实名注册' })
  expect((await hall.stranger.get('/register-questions')).status).toBe(401)
  expect((await hall.as(aUser()).get('/register-questions')).status).toBe(403)
  expect((await hall.as(aClerk(['registers.look'], { body: '113700000045046442' })).get('/register-questions')).body.items).toEqual([])
})
