import { checkFormDefinition } from '@yiwang/forms'
import { organisation, registerBody } from '@yiwang/organisation'
import { aDivisionTree } from '@yiwang/organisation/testing'
import { makeOrganisationCode, makeUscc } from '@yiwang/standards'
import { openHall } from '@yiwang/testing'
import { deploy } from '@yiwang/workflow'
import { expect, test } from 'vitest'
import type { Elements } from '../contract.ts'
import { catalogue } from '../index.ts'
import { checkElements } from '../rules/check-elements.ts'
import { feeFor } from '../rules.ts'
import type { BodyOf } from './implementations.ts'
import { basisOf } from './directory.ts'
import { demoBodies, demoDirectory, demoForms, demoImplementations, demoLicenceTypes, seedCatalogue } from './index.ts'

const codes = demoBodies.map(({ division }, place) => makeUscc(`11${division}${makeOrganisationCode(String(70_000_000 + place))}`))
const bodyOf: BodyOf = (line, division) => codes[demoBodies.findIndex((body) => body.line === line && body.division === division)]

const items = demoImplementations(bodyOf)
const whole = items.filter((item) => item.complete)
const some = (test: (elements: Elements) => boolean) => whole.filter(({ elements }) => test(elements as Elements)).map(({ guide }) => guide)

test('the directory has more than three hundred entries, each code once, each basis still to be checked', () => {
  const rows = demoDirectory()
  expect(rows.length).toBeGreaterThan(300)
  expect(new Set(rows.map(({ baseCode }) => baseCode)).size).toBe(rows.length)
  for (const { legalBasis, levels, name } of rows) {
    expect(legalBasis.length, name).toBeGreaterThan(0)
    expect(levels.length, name).toBeGreaterThan(0)
    expect(legalBasis.every(({ checked, title }) => !checked && title.length > 1)).toBe(true)
  }
})

test('a source in law is read whole: a bracket is neither cut nor split', () => {
  expect(basisOf('食品经营许可和备案管理办法（市场监管总局令第78号）')).toEqual([
    { title: '食品经营许可和备案管理办法（市场监管总局令第78号）', checked: false },
  ])
  expect(basisOf('婚姻登记条例第四、五条（2003年文本；2025年修订）')).toEqual([
    { title: '婚姻登记条例', clause: '第四、五条（2003年文本；2025年修订）', checked: false },
  ])
  expect(basisOf('《护照法》第五条；护士条例第八条').map(({ title, clause }) => `${title} ${clause}`)).toEqual([
    '护照法 第五条',
    '护士条例 第八条',
  ])
})

test('a form demands a credit code of nobody who is a person', () => {
  const forms = new Map(demoForms.map(({ key, schema }) => [key, schema as { properties: object }]))
  for (const { guide, elements } of whole) {
    const { audiences } = elements as Elements
    if (audiences.includes('person')) expect(Object.keys(forms.get(guide)?.properties ?? {}), guide).not.toContain('uscc')
  }
  expect(Object.keys(forms.get('company-register')?.properties ?? {})).not.toEqual([])
})

test('at least twelve of more than forty items run from end to end, and between them cover every kind', () => {
  expect(items.length).toBeGreaterThanOrEqual(40)
  expect(new Set(whole.map(({ guide }) => guide)).size).toBeGreaterThanOrEqual(12)
  for (const mode of ['preview', 'verify', 'full']) expect(some(({ onlineMode }) => onlineMode === mode)).not.toEqual([])
  expect(some(({ onlineMode }) => onlineMode === undefined)).toContain('marriage')
  expect(some(({ caseKind }) => caseKind === 'instant')).toContain('individual-register')
  expect(some(({ caseKind }) => caseKind === 'committed')).toContain('food-business')
  expect(some(({ audiences }) => !audiences.includes('person'))).toContain('company-register')
  expect(some(({ audiences }) => !audiences.includes('organisation'))).toContain('passport')
  expect(some(({ fees }) => fees.charged)).toEqual(expect.arrayContaining(['idcard-renew', 'gov-info', 'realestate-transfer']))
  expect(some(({ procedures }) => procedures.some(({ kind }) => kind === 'B'))).toContain('food-business')
  expect(some(({ procedures }) => procedures.some(({ kind }) => kind === 'A'))).toContain('gov-info')
  expect(some(({ handlingModel }) => handlingModel === 'forward')).toEqual(['lawyer'])
  expect(some(({ result }) => result.licenceType === undefined)).toContain('fund-withdraw')
  expect(some(({ questions }) => questions.length > 0)).toContain('residence-permit')
  const known = new Set(demoLicenceTypes.map(({ code }) => code))
  for (const { elements } of items) if (elements.result.licenceType) expect(known).toContain(elements.result.licenceType)
})

test.each(items.map((item) => [`${item.guide} in ${item.division}`, item] as const))(
  '%s has nothing missing or wrong',
  (_, { elements, flow }) => {
    const inherited = { baseCode: 'x', implementingCode: 'x', name: 'x', itemType: 'XK', legalBasis: [{ title: 'x', checked: true }] }
    const findings = checkElements({
      ...inherited,
      exerciseLevels: ['county'],
      bodyCode: 'x',
      ...elements,
      ...(flow ? { flow: { key: flow.key, version: 1 } } : {}),
    })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  },
)

test('every form is sound, and every flow can be deployed', async () => {
  for (const { key, schema } of demoForms) expect(checkFormDefinition(schema), key).toEqual([])
  for (const { flow } of items) {
    if (!flow) continue
    const deployment = await deploy(flow.bpmn, { version: 1, operations: [], expertise: [] })
    expect(deployment.ok ? [] : deployment.problems.map(({ text }) => text), flow.key).toEqual([])
  }
})

test('what a form asks for as a quantity, the stepped fee finds', () => {
  const elements = items.find(({ guide }) => guide === 'gov-info')?.elements as Elements
  const due = (documents: number) => feeFor(elements, { answers: {}, quantities: { documents } }).totalFen
  expect([5, 10, 11, 30, 31].map(due)).toEqual([0, 0, 10_000, 200_000, 220_000])
  const form = demoForms.find(({ key }) => key === 'gov-info')?.schema as { properties: object }
  expect(Object.keys(form.properties)).toContain('documents')
})

test('no guide shows what its gatherers noted for themselves', () => {
  const notes = items.flatMap(({ elements }) => (elements as Elements).materials.map(({ fillingNotes }) => fillingNotes ?? ''))
  expect(notes.filter((note) => /惯例|条文|通行做法|unverified|各地规定/.test(note))).toEqual([])
})

test('the whole catalogue is planted through the acts and can be found', { timeout: 60_000 }, async (t) => {
  const hall = await openHall(t, { modules: [organisation, catalogue], connections: 2 })
  await hall.act(async (act) => {
    await aDivisionTree(act)
    for (const [place, { name, division, kind }] of demoBodies.entries())
      await registerBody(act, { code: codes[place] ?? '', name, kind, division })
  })
  const seeded = await seedCatalogue(hall.house, { bodyOf })
  expect(seeded).toMatchObject({ entries: demoDirectory().length })
  expect(seeded.items).toHaveLength(items.length)
  const search = async (question: string, division = '330102') =>
    (await hall.stranger.get(`/items?division=${division}&q=${encodeURIComponent(question)}`)).body.items[0]?.name
  expect(await search('身份证到期')).toBe('居民身份证换领（有效期满）')
  expect(await search('开饭店')).toBe('食品经营许可新办（餐饮服务、食品销售）')
  expect(await search('开公司')).toBe('企业设立登记（有限责任公司）')
  // what the first page proposes is offered where a visitor is taken to be who has not said where he is
  expect(await search('换身份证', '330106')).toBe('居民身份证换领（有效期满）')
  expect(await search('开小餐馆', '330106')).toBe('食品经营许可新办（餐饮服务、食品销售）')
  expect(await search('办居住证', '330106')).toContain('居住证')
  expect(await search('异地看病备案', '330106')).toContain('异地就医')
  expect(await search('提取公积金', '330106')).toContain('公积金')
  const themes = (await hall.stranger.get('/themes?audience=person&division=330102')).body
  expect(themes.filter(({ count }: { count: number }) => count > 0).length).toBeGreaterThan(15)
  const again = hall.act(async () => seedCatalogue(hall.house, { bodyOf }))
  await expect(again).rejects.toThrow('not sound')
})
