import { expect, test } from 'vitest'
import { inventedPersonId } from '@yiwang/standards/testing'
import { announcements } from './announcements.ts'
import { aSubmittedCase, openCases, type CaseHall } from './testing.ts'

const texts = ({ postbox }: CaseHall, to = '13800000001') =>
  postbox.inbox.filter((message) => message.to === to).map((message) => message.text)

test('R5B-055 the applicant hears of each turn by SMS and in his space, with the number of the case', async (t) => {
  const office = await openCases(t)
  const item = await office.item({ onlineMode: 'preview' })
  const caseNumber = await aSubmittedCase(office, item)
  await office.hall.settle()
  expect(texts(office).at(-1)).toContain(caseNumber)

  const clerk = office.hall.as(office.clerk)
  await clerk.post(`/cases/${caseNumber}/correction-request`, { items: [{ code: 'lease', what: '补全' }] })
  await office.hall.settle()
  expect(texts(office).at(-1)).toMatch(/租赁合同.*2026-03-23/)

  const fileId = await office.aFile(office.person)
  await office.hall
    .as(office.person)
    .post(`/my/cases/${caseNumber}/correction`, { materials: [{ code: 'lease', source: 'upload', fileId }] })
  await clerk.post(`/cases/${caseNumber}/pre-acceptance`, {})
  await office.hall.settle()
  expect(texts(office).at(-1)).toMatch(/租赁合同.*上城区政务服务中心（上城区样例路1号）/)

  await clerk.post(`/cases/${caseNumber}/acceptance`, { originalsSeen: ['lease'], deferred: [] })
  await office.hall.settle()
  expect(texts(office).at(-1)).toMatch(/已受理.*2026-03-09/)
  const { body } = await office.hall.as(office.person).get('/my/messages')
  expect(body.items).toHaveLength(4)
  expect((await office.hall.as(office.otherPerson).get('/my/messages')).body.items).toEqual([])
})

test('who came to the counter without an account hears of it at the telephone left there', async (t) => {
  const office = await openCases(t)
  const { implementationCode } = await office.item()
  const number = inventedPersonId({ birth: '1960-01-01', order: 906 })
  const materials = ['lease', 'statement'].map((code) => ({ code, source: 'paper' }))
  const applicant = { kind: 'person', name: '陈窗口', number, phone: '13800000003' }
  const taken = await office.hall
    .as(office.clerk)
    .post('/cases', { implementationCode, applicant, answers: {}, form: { place: '样例路3号' }, materials })
  await office.hall.settle()
  expect(texts(office, '13800000003')).toHaveLength(1)
  await office.hall.as(office.clerk).post(`/cases/${taken.body.caseNumber}/refusal`, { reason: '材料不符' })
  await office.hall.settle()
  expect(texts(office, '13800000003').at(-1)).toContain('材料不符')
  expect(texts(office)).toEqual([])
})

test('every event an applicant should hear of has its announcement', () => {
  const told = ['submitted', 'correctionRequested', 'preAccepted', 'accepted', 'refused', 'stepDone', 'suspended', 'resumed']
  const later = [
    'specialStarted',
    'specialEnded',
    'extended',
    'decided',
    'completed',
    'delivered',
    'deliveryFailed',
    'deliveryChosen',
    'originalsMismatched',
    'rescinded',
    'lapsed',
    'withdrawn',
    'aborted',
  ]
  expect(Object.keys(announcements).sort()).toEqual([...told, ...later].map((name) => `case.${name}`).sort())
})
