import { expect, test } from 'vitest'
import { en, zh } from '../testing.ts'
import { wayOf } from './way.ts'

type Stages = Parameters<typeof wayOf>[0]['stages']
const done = (name: string): Stages[number] => ({ name, on: '2026-03-02', state: 'done' })
const open = (name: string): Stages[number] => ({ name, state: 'open' })
const names = ['申请', '受理', '决定', '办结', '送达']
const short = (stages: Stages) => wayOf({ stages }, zh, 'zh').stages.map(({ name, word, state }) => `${name} ${word} ${state}`)

test('the picture has the same five stages whatever happens to the case', () => {
  const inEachState: Stages[] = [
    [done('申请'), { name: '受理', state: 'current' }, open('决定'), open('办结'), open('送达')],
    [done('申请'), { name: '补正', on: '2026-03-03', state: 'current' }, open('受理'), open('决定'), open('办结'), open('送达')],
    [done('申请'), done('受理'), { name: '暂停计时', state: 'current' }, open('决定'), open('办结'), open('送达')],
    [done('申请'), done('不予受理')],
    names.map(done),
  ]
  for (const stages of inEachState) expect(wayOf({ stages }, zh, 'zh').stages.map(({ name }) => name)).toEqual(names)
})

test('what interrupts stands in the stage it interrupts, what ends in the stage that was not reached', () => {
  expect(short([done('申请'), { name: '补正', state: 'current' }, open('受理'), open('决定'), open('办结'), open('送达')])).toEqual([
    '申请 已完成 done',
    '受理 补正 halted',
    '决定 还没到 to-come',
    '办结 还没到 to-come',
    '送达 还没到 to-come',
  ])
  expect(short([done('申请'), done('不予受理')]).slice(0, 3)).toEqual(['申请 已完成 done', '受理 不予受理 ended', '决定 还没到 to-come'])
})

test('the body’s own steps are nested, with where they stand; without a flow there is nothing to nest', () => {
  const stages = names.map(open)
  const flow = {
    svg: '',
    stages: [
      { name: '书面审查', state: 'done' as const },
      { name: '现场核查', state: 'current' as const },
    ],
  }
  expect(wayOf({ stages, flow }, zh, 'zh').inner).toEqual([
    { name: '书面审查', state: 'done' },
    { name: '现场核查', state: 'now' },
  ])
  expect(wayOf({ stages }, zh, 'zh').inner).toEqual([])
})

test('in English the stages are English, with short days', () => {
  expect(wayOf({ stages: [done('申请'), done('不予受理')] }, en, 'en').stages.slice(0, 2)).toEqual([
    { name: 'Application', word: 'done', when: '2 Mar', state: 'done' },
    { name: 'Acceptance', word: 'Not accepted', when: '2 Mar', state: 'ended' },
  ])
})
