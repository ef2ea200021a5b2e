import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '../contract.ts'
import { materialsFor, situationsFor, unanswered } from '../rules.ts'
import { aMaterial } from '../testing.ts'

const question = (key: string, many = false) => ({
  key,
  text: key,
  many,
  required: true,
  options: ['a', 'b', 'c'].map((value) => ({ value, label: value })),
})
const item = {
  questions: [question('kind'), question('who', true)],
  situations: [
    { key: 'agent', name: '代办', when: [{ question: 'who', in: ['a'] }] },
    { key: 'kitchen', name: '餐饮', when: [{ question: 'kind', in: ['b', 'c'] }, { question: 'who', in: ['b'] }] }, // prettier-ignore
  ],
  materials: [
    aMaterial({ code: 'always' }),
    aMaterial({ code: 'proxy', situations: ['agent'] }),
    aMaterial({ code: 'either', situations: ['agent', 'kitchen'] }),
    aMaterial({ code: 'plan', situations: ['kitchen'] }),
  ],
}
const codes = (answers: Answers) => materialsFor(item, answers).map(({ code }) => code)

test('R5B-030 different situations ask for different materials', () => {
  expect(codes({})).toEqual(['always'])
  expect(codes({ who: 'a' })).toEqual(['always', 'proxy', 'either'])
  expect(codes({ kind: 'b', who: ['b'] })).toEqual(['always', 'either', 'plan'])
  expect(codes({ kind: 'c', who: ['a', 'b'] })).toEqual(['always', 'proxy', 'either', 'plan'])
  expect(codes({ kind: 'a', who: ['b'] })).toEqual(['always'])
})

test('R5B-030 what is not answered, or answered with what is not on offer, is named', () => {
  const open = (answers: Answers) => unanswered(item, answers).map(({ key }) => key)
  expect(open({})).toEqual(['kind', 'who'])
  expect(open({ kind: 'a', who: ['a', 'b'] })).toEqual([])
  expect(open({ kind: ['a', 'b'], who: 'a' })).toEqual(['kind'])
  expect(open({ kind: 'x', who: ['a', 'x'] })).toEqual(['kind', 'who'])
  expect(open({ kind: '', who: [] })).toEqual(['kind', 'who'])
})

test('names every object has are no answers', () => {
  const hostile = { ...item, situations: [{ key: 's', name: 's', when: [{ question: 'constructor', in: ['a'] }] }] }
  expect(situationsFor(hostile, {})).toEqual([])
  expect(unanswered({ questions: [question('constructor')] }, {})).toHaveLength(1)
})

test('what is asked for is always a part of the item in its order, and more answers never take away what holds', () => {
  const value = fc.constantFrom('a', 'b', 'c', 'x')
  const answers = fc.record({ kind: value, who: fc.array(value, { maxLength: 4 }) }, { requiredKeys: [] }) as fc.Arbitrary<Answers>
  fc.assert(
    fc.property(answers, value, (given, more) => {
      const asked = codes(given)
      expect(item.materials.map(({ code }) => code).filter((code) => asked.includes(code))).toEqual(asked)
      const who = typeof given['who'] === 'object' ? given['who'] : []
      expect(codes({ ...given, who: [...who, more] })).toEqual(expect.arrayContaining(asked))
    }),
  )
})
