import { expect, test } from 'vitest'
import { zh } from '../testing.ts'
import { publicStages, stagesOf } from './stage.ts'
import { aCase } from './testing-case.ts'

const submitted = {
  name: '申请',
  act: 'submit',
  startedAt: '2026-03-02T10:20:00+08:00',
  endedAt: '2026-03-02T10:20:00+08:00',
  actorName: '王秀兰',
}
const accepted = {
  name: '受理',
  act: 'accept',
  startedAt: '2026-03-03T09:30:00+08:00',
  endedAt: '2026-03-03T09:41:00+08:00',
  actorName: '陈建国',
  actorNumber: '0318',
  opinion: '材料齐全。',
}
const stages = [
  { name: '申请', on: '2026-03-02', state: 'done' as const },
  { name: '受理', on: '2026-03-03', state: 'done' as const },
  { name: '决定', state: 'current' as const },
  { name: '送达', state: 'open' as const },
]
const short = (all: ReturnType<typeof stagesOf>) => all.map(({ name, state }) => `${name} ${state}`)

test('R5A-228 every step done shows its name, times, who with number, and what was said; what has not begun shows nothing', () => {
  const all = stagesOf(aCase({ steps: [accepted, submitted], stages }), zh, 'zh')
  expect(short(all)).toEqual(['申请 done', '受理 done', '决定 now', '送达 to-come'])
  expect(all[1]).toMatchObject({
    when: '2026年3月3日（周二）09:30 至 09:41',
    facts: [{ label: '经办', value: '陈建国 （工号 0318）' }],
    opinion: '材料齐全。',
  })
  expect(all[3]).toMatchObject({ when: '', facts: [], opinion: '' })
})

test('steps stand in the order they were done, and a task of the body’s own flow is not taken for the decision', () => {
  const task = {
    ...{ name: '决定', act: 'completeTask', actorName: '李敏' },
    ...{ startedAt: '2026-03-04T20:55:00+08:00', endedAt: '2026-03-04T20:58:00+08:00' },
  }
  const visit = { ...task, name: '现场核查', startedAt: '2026-03-04T20:56:00+08:00', endedAt: '2026-03-04T20:57:00+08:00' }
  const decision = { ...task, act: 'decide', startedAt: '2026-03-03T09:41:00+08:00', endedAt: '2026-03-04T20:59:00+08:00' }
  expect(stagesOf(aCase({ steps: [submitted, decision, task, visit], stages: [] }), zh, 'zh').map(({ name }) => name)).toEqual([
    '申请',
    '内部审批：现场核查',
    '内部审批：决定',
    '决定',
  ])
})

test('only one thing goes on: while a step is open the stage after it is still to come', () => {
  const open = { name: '审查', act: 'step', startedAt: '2026-03-03T14:00:00+08:00', actorName: '李敏' }
  expect(short(stagesOf(aCase({ steps: [submitted, accepted, open], stages }), zh, 'zh'))).toEqual([
    '申请 done',
    '受理 done',
    '审查 now',
    '决定 to-come',
    '送达 to-come',
  ])
})

test('a special procedure that is not over stands in the line as what halts it', () => {
  const procedure = { id: '1', kind: 'B' as const, name: '现场核查', reason: '核对布局', startedOn: '2026-03-05' }
  const all = stagesOf(aCase({ state: 'suspended', steps: [submitted, accepted], stages, specialProcedures: [procedure] }), zh, 'zh')
  expect(short(all)).toEqual(['申请 done', '受理 done', '现场核查 halted', '决定 to-come', '送达 to-come'])
})

test('a case that ended early ends there', () => {
  const refused = { ...accepted, name: '不予受理', act: 'refuse', opinion: '不属于本机关职权。' }
  expect(short(stagesOf(aCase({ state: 'refused', steps: [submitted, refused], stages }), zh, 'zh'))).toEqual([
    '申请 done',
    '不予受理 ended',
  ])
})

test('by its number alone a case shows stages and dates, and nobody', () => {
  const all = publicStages({ stages }, zh, 'zh')
  expect(all.map(({ when }) => when)).toEqual(['2026年3月2日（周一）', '2026年3月3日（周二）', '', ''])
  expect(all.every(({ facts, opinion }) => facts.length === 0 && opinion === '')).toBe(true)
})
