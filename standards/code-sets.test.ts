import { expect, test } from 'vitest'
import * as cases from './case-code-sets.ts'
import { certificateNumberFault, certificateTypes } from './certificate-types.ts'
import { codeOfName, codesOf, isCodeOf, nameOfCode } from './code-set.ts'
import type { CodeSet } from './code-set.ts'
import * as items from './item-code-sets.ts'
import { nationalItemTypes } from './item-types.ts'
import * as materials from './material-code-sets.ts'
import { specialProcedureKind, specialProcedures } from './special-procedures.ts'
import { inventedOrganisationCode, inventedPersonId, inventedUscc } from './testing.ts'
import { corporateThemes, personThemes } from './themes.ts'

const sets: CodeSet[] = [
  ...[...Object.values(items), ...Object.values(materials), ...Object.values(cases)].filter((value) => typeof value === 'object'),
  nationalItemTypes,
  personThemes,
  corporateThemes,
]

test('no dictionary has a code or a name twice, and each says where it comes from', () => {
  expect(sets.length).toBeGreaterThan(25)
  for (const set of sets) {
    const names = set.entries.map(({ name }) => name)
    expect([set.title, new Set(codesOf(set)).size, new Set(names).size]).toEqual([set.title, set.entries.length, set.entries.length])
    expect([set.title, set.source !== '' && names.every((name) => /^[\p{Script=Han}Ⅰ-Ⅻa-z0-9（）、/]+$/u.test(name))]).toEqual([
      set.title,
      true,
    ])
  }
})

test('the 31 themes for persons and the 34 for legal persons stand in the order of the guide', () => {
  expect(personThemes.entries.map(({ name }) => name).join('、')).toBe(
    '生育收养、户籍办理、民族宗教、教育科研、入伍服役、就业创业、设立变更、准营准办、抵押质押、职业资格、行政缴费、婚姻登记、优待抚恤、规划建设、住房保障、社会保障、证件办理、交通出行、旅游观光、出境入境、消费维权、公共安全、司法公证、知识产权、环保绿化、文化体育、公用事业、医疗卫生、离职退休、死亡殡葬、其他',
  )
  expect(corporateThemes.entries.map(({ name }) => name).join('、')).toBe(
    '设立变更、准营准办、资质认证、年检年审、税收财务、人力资源、社会保障、投资审批、融资信贷、抵押质押、商务贸易、招标拍卖、海关口岸、涉外服务、农林牧渔、国土和规划建设、交通运输、环保绿化、应对气候变化、水务气象、医疗卫生、科技创新、文体教育、知识产权、民族宗教、质量技术、检验检疫、安全生产、公安消防、司法公证、公用事业、法人注销、档案文物、其他',
  )
  expect([personThemes.entries.length, corporateThemes.entries.length]).toEqual([31, 34])
})

test('codes and names are found both ways, and only those of the set', () => {
  expect(nameOfCode(cases.ratingLevels, '5')).toBe('非常满意')
  expect(codeOfName(cases.licenceStates, '注销')).toBe('04')
  expect(isCodeOf(items.caseKinds, '3')).toBe(false)
  expect(isCodeOf(items.caseKinds, '2')).toBe(true)
  expect(nameOfCode(items.caseKinds, 'toString')).toBeUndefined()
  expect(codeOfName(items.limitUnits, '周')).toBeUndefined()
})

test('an extension lengthens the limit, every other special procedure stops the clock, also one the body names itself', () => {
  expect(specialProcedureKind('延长审批')).toBe('A')
  expect(specialProcedures.filter(({ kind }) => kind === 'A')).toHaveLength(1)
  for (const name of ['听证', '实地核查', '本局自定的程序']) expect(specialProcedureKind(name)).toBe('B')
  const byLaw = specialProcedures.filter((procedure) => procedure.byLaw).map(({ name }) => name)
  expect(byLaw.sort()).toEqual(['听证', '招标', '拍卖', '检验', '检测', '检疫', '鉴定', '专家评审'].sort())
})

test('a number is checked by the rule of its certificate', () => {
  expect(certificateNumberFault('111', inventedPersonId())).toBeUndefined()
  expect(certificateNumberFault('111', '330102198805059786')).toBe('check')
  expect(certificateNumberFault('O1', inventedUscc())).toBeUndefined()
  expect(certificateNumberFault('O1', '11330105002500287D')).toBe('check')
  expect(certificateNumberFault('O2', inventedOrganisationCode())).toBeUndefined()
  expect(certificateNumberFault('414', 'e12345678')).toBeUndefined()
  expect(certificateNumberFault('114', '军字第1234567号')).toBeUndefined()
  expect(certificateNumberFault('414', "E1' OR 1=1")).toBe('characters')
  expect(certificateNumberFault('414', 'E1')).toBe('length')
  expect(certificateNumberFault('999', 'E12345678')).toBe('type')
  expect(new Set(certificateTypes.map(({ code }) => code)).size).toBe(certificateTypes.length)
})
