import { isBankCard, isMobilePhone, isPersonId, isUscc } from '@yiwang/standards'
import { expect, test } from 'vitest'
import { creditCode, identityNumber, organisationCode } from './numbers.ts'
import { makeOrganisations } from './organisations.ts'
import { makePersons } from './persons.ts'

const persons = makePersons()
const organisations = makeOrganisations(persons)

test('the published examples of the number standards come out right', () => {
  expect(identityNumber('110105', '1949-12-31', 2)).toBe('11010519491231002X')
  expect(identityNumber('440524', '1880-01-01', 1)).toBe('440524188001010014')
  expect(organisationCode('00001333')).toBe('000013338')
  expect(creditCode('11', '100000', '00001333')).toBe('11100000000013338W')
  expect(creditCode('11', '330105', '00250028')).toBe('11330105002500287C')
})

test('four hundred invented persons live in Zhejiang, each with numbers of their own', () => {
  expect(persons).toHaveLength(400)
  for (const field of ['idNumber', 'phone', 'socialCardNumber', 'bankCardNumber'] as const) {
    expect(new Set(persons.map((one) => one[field])).size).toBe(400)
  }
  for (const one of persons) {
    expect(one.idNumber).toMatch(/^33\d{15}[\dX]$/)
    expect(one.idNumber.slice(6, 14)).toBe(one.bornOn.replaceAll('-', ''))
    expect(Number(one.idNumber.charAt(16)) % 2).toBe(one.sex === 'male' ? 1 : 0)
    expect(one.address).toMatch(/^浙江省.+/)
    expect(new Date(one.bornOn).toISOString()).toContain(one.bornOn)
  }
})

test('the register has the dead, the young, the old and people of one name', () => {
  expect(persons.filter((one) => one.state === 'dead').length).toBeGreaterThan(5)
  expect(persons.filter((one) => one.bornOn > '2010').length).toBeGreaterThan(20)
  expect(new Set(persons.map((one) => one.name)).size).toBeGreaterThan(250)
  expect(new Set(persons.map((one) => one.household.householdNumber)).size).toBeGreaterThan(100)
})

test('every household has one head, and all of it one address', () => {
  const households = Map.groupBy(persons, (one) => one.household.householdNumber)
  for (const members of households.values()) {
    expect(members.filter((one) => one.household.relation === 'head')).toHaveLength(1)
    expect(new Set(members.map((one) => one.address)).size).toBe(1)
  }
})

test('a hundred and twenty bodies with codes of their own are led by living adults of the register', () => {
  expect(organisations).toHaveLength(120)
  expect(new Set(organisations.map((one) => one.basic.uscc)).size).toBe(120)
  expect(new Set(organisations.map((one) => one.basic.name)).size).toBeGreaterThan(115)
  for (const one of organisations) {
    const leader = persons.find((person) => person.idNumber === one.basic.legalRepresentativeIdNumber)
    expect(leader).toMatchObject({ name: one.legalRepresentative.name, state: 'alive' })
    expect(one.basic.organisationCode).toBe(one.basic.uscc.slice(8, 17))
    expect(one.cancellation === null).toBe(one.basic.state !== 'cancelled')
    expect(Object.keys(one.enterprise)).toHaveLength(15)
  }
})

test('everybody who starts the sandbox meets the same people', () => {
  expect(makePersons()).toEqual(persons)
  expect(persons[0]).toMatchObject({ name: '张测试', bornOn: '1988-03-12' })
  expect(makeOrganisations(makePersons())).toEqual(organisations)
})

test('every number passes the checks of those who will ask', () => {
  for (const one of persons)
    expect([isPersonId(one.idNumber), isMobilePhone(one.phone), isBankCard(one.bankCardNumber)]).toEqual([true, true, true])
  expect(organisations.filter((one) => !isUscc(one.basic.uscc))).toEqual([])
})
