import type { Implementation, Material } from '@yiwang/catalogue/contract'
import { expect, test } from 'vitest'
import { isNumberRight, knownOf, stillMissing, toWalkIn, type ApplicantScreen } from './walk-in.ts'

const material = (code: string, need: Material['need'], situations: string[] = []) =>
  ({ code, name: code, need, situations }) as unknown as Material
const item = {
  implementationCode: '0'.repeat(34),
  questions: [],
  situations: [{ key: 'rented', name: '租赁房屋', when: [{ question: 'house', in: ['rented'] }] }],
  materials: [
    material('id', 'required'),
    material('lease', 'required', ['rented']),
    material('photo', 'optional'),
    material('proof', 'deferrable'),
  ],
} as unknown as Implementation
const applicant: ApplicantScreen = {
  kind: 'organisation',
  name: ' 望湖茶室 ',
  number: '91330102ma2xxxxx0q',
  phone: '13800001234',
  legalRepresentative: '吴敏',
}

test('what was given for a situation that no longer holds stays at the counter', () => {
  const given = { id: { code: 'id', source: 'paper' as const }, lease: { code: 'lease', source: 'paper' as const } }
  const screen = { item, applicant, form: {}, materials: given }
  expect(toWalkIn({ ...screen, answers: { house: 'rented' } }).materials.map(({ code }) => code)).toEqual(['id', 'lease'])
  expect(toWalkIn({ ...screen, answers: { house: 'owned' } }).materials.map(({ code }) => code)).toEqual(['id'])
})

test('numbers are tidied, and an agent is sent only when one acts', () => {
  const agent = { name: '陈思远', number: '33010219900307123x', phone: '13900005678' }
  const screen = { item, answers: {}, form: {}, materials: {} }
  const alone = toWalkIn({ ...screen, applicant: { ...applicant, agent } })
  expect(alone.applicant).toEqual({
    kind: 'organisation',
    name: '望湖茶室',
    number: '91330102MA2XXXXX0Q',
    phone: '13800001234',
    legalRepresentative: '吴敏',
  })
  expect(alone).not.toHaveProperty('agent')
  expect(toWalkIn({ ...screen, applicant: { ...applicant, hasAgent: true, agent } }).agent?.number).toBe('33010219900307123X')
})

test('a person has no legal representative', () => {
  const request = toWalkIn({ item, applicant: { ...applicant, kind: 'person' }, answers: {}, form: {}, materials: {} })
  expect(request.applicant).not.toHaveProperty('legalRepresentative')
})

test('required and deferrable materials of the situation must be answered for, optional ones need not', () => {
  expect(stillMissing(item, { house: 'rented' }, {}).map(({ code }) => code)).toEqual(['id', 'lease', 'proof'])
  expect(stillMissing(item, {}, { id: { code: 'id', source: 'paper' }, proof: { code: 'proof', source: 'deferred' } })).toEqual([])
})

test('a number with a wrong check digit is not taken', () => {
  expect(isNumberRight('person', '11010519491231002X')).toBe(true)
  expect(isNumberRight('person', '110105 19491231 002x')).toBe(true)
  expect(isNumberRight('person', '110105194912310021')).toBe(false)
  expect(isNumberRight('organisation', '11010519491231002X')).toBe(false)
})

test('the form is filled with what the counter has seen already', () => {
  expect(knownOf(applicant)).toMatchObject({ 'organisation.uscc': '91330102MA2XXXXX0Q', 'organisation.legalRepresentative': '吴敏' })
  expect(knownOf({ ...applicant, kind: 'person' })).not.toHaveProperty('organisation.name')
})
