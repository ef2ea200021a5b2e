import type { SealState } from '@yiwang/seals/contract'
import { can } from '@yiwang/seals/lifecycle'
import { expect, test } from 'vitest'
import { toAnswer } from './OneSeal.tsx'
import { sealSteps, stepsFor } from './seal-acts.ts'

const states: SealState[] = ['applied', 'approved', 'refused', 'made', 'issued', 'suspended', 'lost', 'destroyed']

test('a step can be pressed exactly where the server allows it, and says why elsewhere', () => {
  const shown = states.flatMap((state) => stepsFor({ state }, () => true).map(({ act, notNow }) => ({ act, state, notNow })))
  expect(shown).toHaveLength(states.length * sealSteps.length)
  expect(shown.filter(({ act, state, notNow }) => (notNow === undefined) !== can(act, { state }))).toEqual([])
  expect(stepsFor({ state: 'applied' }, () => true).find(({ act }) => act === 'make')?.notNow).toMatch('待审批')
})

test('steps of others are not there', () => {
  expect(stepsFor({ state: 'applied' }, (permission) => permission === 'seals.approve').map(({ act }) => act)).toEqual(['approve'])
})

test('an answer is yes or no with its reason or opinion', () => {
  expect(toAnswer({ approved: false, note: ' 印模不清 ' })).toEqual({ approved: false, note: '印模不清' })
  expect(toAnswer({ approved: true, note: ' ' })).toEqual({ approved: true })
})
