import { lawfulIn, type CaseAct } from '@yiwang/cases/lifecycle'
import type { CaseState } from '@yiwang/cases/contract'
import { expect, test } from 'vitest'
import { actsFor, deskActs, reasonNot, type DeskVerb } from './desk-acts.ts'

const aCase = {
  state: 'submitted' as CaseState,
  onlineMode: 'verify' as const,
  channel: 'portal' as const,
  tasks: [],
  materials: [],
  specialProcedures: [],
  requests: [],
  handling: 'committed' as const,
  flow: { svg: '', stages: [] },
  steps: [],
}
const states: CaseState[] = [
  'submitted',
  'correcting',
  'preAccepted',
  'accepted',
  'suspended',
  'decided',
  'completed',
  'delivered',
  'refused',
]
const everything = () => true

test('no button can be pressed in a state in which the server refuses its act', () => {
  const refused = deskActs.flatMap(({ act }) => states.map((state) => ({ act, state }))).filter(({ act, state }) => !isLawful(act, state))
  expect(refused.length).toBeGreaterThan(100)
  expect(refused.filter(({ act, state }) => !reasonNot(act, { ...aCase, state })?.includes('现在处于'))).toEqual([])
})

const isLawful = (act: DeskVerb, state: CaseState) =>
  (lawfulIn[act === 'handleAtOnce' ? 'accept' : act] as readonly string[]).includes(state)

test('the reason names the stage the case is in and those it would have to be in', () => {
  expect(reasonNot('suspend', aCase)).toBe('办件现在处于“待受理”，在“审查中”阶段才能进行。')
})

test('a decision waits for the steps of the flow and for materials that were promised', () => {
  const accepted = { ...aCase, state: 'accepted' as const }
  const task = { id: '1', elementId: 'visit', name: '实地核查', roles: [], openedAt: '2026-03-02T01:00:00Z', mine: false, forMe: true }
  const lease = { id: '2', code: 'lease', name: '租赁合同', source: 'deferred' as const, trustLevel: 'D' as const }
  expect(reasonNot('decide', { ...accepted, tasks: [task] })).toMatch('实地核查')
  expect(reasonNot('decide', { ...accepted, materials: [lease] })).toMatch('租赁合同')
  expect(reasonNot('decide', accepted)).toBeUndefined()
})

test('nothing is granted that nobody asked for, and nothing is asked for twice', () => {
  const accepted = { ...aCase, state: 'accepted' as const }
  const request = {
    id: '1',
    kind: 'extension' as const,
    reason: '需检测',
    workdays: 5,
    askedByName: '周平',
    askedAt: '2026-03-02T01:00:00Z',
  }
  expect(reasonNot('grantExtension', accepted)).toBeDefined()
  expect(reasonNot('grantExtension', { ...accepted, requests: [request] })).toBeUndefined()
  expect(reasonNot('requestExtension', { ...accepted, requests: [request] })).toBeDefined()
  expect(reasonNot('abort', { ...accepted, requests: [request] })).toBeDefined()
})

test('acts nobody gave a permission for are not there, not even greyed', () => {
  const { main, other, notNow } = actsFor(aCase, (permission) => permission === 'cases.accept')
  expect(main.map(({ act }) => act)).toEqual(['accept'] satisfies CaseAct[])
  expect([...other, ...notNow]).toEqual([])
})

test('pre-review is for items handled so, and not for who stands at the counter', () => {
  const names = (subject: typeof aCase | { onlineMode: 'preview' }) =>
    actsFor({ ...aCase, ...subject }, everything).main.map(({ act }) => act)
  expect(names({ onlineMode: 'preview' })).toContain('preAccept')
  expect(names(aCase)).not.toContain('preAccept')
  expect(reasonNot('preAccept', { ...aCase, onlineMode: 'preview', channel: 'counter' })).toBeDefined()
})

test('only an instant case is handled at once, and a licence is made once', () => {
  expect(reasonNot('handleAtOnce', aCase)).toBeDefined()
  expect(reasonNot('handleAtOnce', { ...aCase, handling: 'instant' })).toBeUndefined()
  expect(reasonNot('handleAtOnce', { ...aCase, handling: 'instant', state: 'accepted' })).toMatch('审查中')
  expect(reasonNot('produce', { ...aCase, state: 'decided' })).toBeUndefined()
  expect(reasonNot('produce', { ...aCase, state: 'decided', licenceIdentifier: '1.2.156' })).toBeDefined()
})

test('what was let follow can be taken in, and only while something is to follow', () => {
  const accepted = { ...aCase, state: 'accepted' as const }
  const lease = { id: '2', code: 'lease', name: '租赁合同', source: 'deferred' as const, trustLevel: 'D' as const }
  expect(reasonNot('supplyDeferred', accepted)).toBe('没有等待后补的材料。')
  expect(reasonNot('supplyDeferred', { ...accepted, materials: [lease] })).toBeUndefined()
})

test('what the department examines in a system of its own is noted before it is decided; what has a flow is not noted besides', () => {
  const { flow: _, ...withoutFlow } = { ...aCase, state: 'accepted' as const }
  const step = { name: '审查', act: 'noteExamination', startedAt: '2026-03-02T01:00:00Z', actorName: '周平' }
  expect(reasonNot('noteExamination', withoutFlow)).toBeUndefined()
  expect(reasonNot('noteExamination', { ...aCase, state: 'accepted' })).toMatch('流程')
  expect(reasonNot('decide', withoutFlow)).toMatch('审查')
  expect(reasonNot('decide', { ...withoutFlow, steps: [step] })).toBeUndefined()
  expect(reasonNot('decide', { ...withoutFlow, handling: 'instant' })).toBeUndefined()
})

test('what a courier has is not offered for delivery, and what he did not deliver goes another way first', () => {
  const completed = { ...aCase, state: 'completed' as const }
  const deliveryFailure = { waybill: 'w', why: 'lost' as const, failedAt: '2026-03-03T01:00:00Z' }
  expect(reasonNot('deliver', { ...completed, desk: { owed: [], handOver: [] } })).toMatch('快递签收后自动记为送达')
  expect(reasonNot('deliver', { ...completed, desk: { owed: [], handOver: [] }, deliveryFailure })).toMatch('改选领取方式')
  expect(reasonNot('deliver', { ...completed, desk: { owed: [], handOver: ['counter'] } })).toBeUndefined()
})
