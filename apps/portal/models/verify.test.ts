import { expect, test } from 'vitest'
import { aForm, anApi, zh } from '../testing.ts'
import { verifyFile, verifyNumber } from './verify.ts'

const form = () => aForm({ file: new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }) })
const signatures = [{ valid: true, signer: '样例局专用章', stamped: true, coversWholeDocument: true, problems: [] }]
const at = '2026-03-02T09:00:00+08:00'
const paper = {
  title: '准予行政许可决定书',
  number: '样字〔2026〕1号',
  bodyName: '样例局',
  issuedOn: '2026-03-01',
  sealed: true,
  effect: 'inForce',
}
const licence = {
  identifier: '1.2.156.3005.2',
  typeName: '样例许可证',
  issuerName: '样例局',
  issuedOn: '2026-03-01',
  validFrom: '2026-03-01',
}
const told = async (body: object) => {
  const { api } = anApi({ 'POST /licences/verification': { body: { signatures, checkedAt: at, ...body } } })
  const { verification } = await verifyFile(api, form(), zh, 'zh')
  return verification
}

test('a licence is valid with its facts', async () => {
  const found = await told({ verdict: 'valid', licence: { ...licence, state: 'valid', stateCode: '01' } })
  expect(found).toMatchObject({ good: true, tone: 'green', title: '真实有效' })
  expect(found?.facts).toContainEqual({ label: '名称', value: '样例许可证' })
})

test('a decision is told as what it is, not as a licence', async () => {
  const found = await told({ verdict: 'valid', paper })
  expect(found).toMatchObject({ good: true, title: '文书真实' })
  expect(found?.facts.map(({ value }) => value)).toEqual(['准予行政许可决定书', '样字〔2026〕1号', '样例局', '2026年3月1日（周日）'])
})

test('what is sealed rightly but not on record is never called genuine', async () => {
  expect(await told({ verdict: 'unknown' })).toMatchObject({ good: false, tone: 'amber', title: '印章有效，但不在库里', facts: [] })
})

test.each([
  ['altered', '文件被改动过'],
  ['untrusted', '不是真的'],
  ['unsigned', '文件上没有电子印章'],
  ['unreadable', '这不是能查验的文件'],
  ['sealRevoked', '已被撤销或吊销'],
])('%s is told as %s', async (verdict, title) => {
  expect(await told({ verdict })).toMatchObject({ good: false, title })
})

test('the code of a paper leads to the same words; a number nobody knows is not found', async () => {
  const { api } = anApi({ 'GET /papers/by-code/ABC': { body: paper } })
  expect((await verifyNumber(api, 'ABC', zh, 'zh')).verification).toMatchObject({ good: true, title: '文书真实' })
  expect((await verifyNumber(api, 'ABD', zh, 'zh')).verification).toMatchObject({ good: false, title: '没有查到' })
})

test('the number printed on a permit leads to it', async () => {
  const { api } = anApi({ 'GET /licences/verification/JY3301': { body: { ...licence, state: 'valid', stateCode: '01', checkedAt: at } } })
  expect((await verifyNumber(api, 'JY3301', zh, 'zh')).verification).toMatchObject({ good: true, title: '真实有效' })
})

test('why a seal does not hold is said in words', async () => {
  const broken = { ...signatures[0], valid: false, problems: ['digestMismatch'] }
  expect((await told({ verdict: 'altered', signatures: [broken] }))?.checks).toEqual([
    { name: '样例局专用章', passed: false, detail: '签章之后内容有变化' },
  ])
})

test.each([
  ['pending', '尚未生效', 'amber'],
  ['replaced', '已被新证替换', 'amber'],
  ['suspended', '暂停使用', 'amber'],
  ['lost', '暂停使用', 'amber'],
  ['rescinded', '已被撤销或吊销', 'red'],
])('a licence that is %s is never called valid', async (state, title, tone) => {
  expect(await told({ verdict: state, licence: { ...licence, state, stateCode: '99' } })).toMatchObject({ good: false, title, tone })
})

test('a decision that waits for originals, or was rescinded, has no effect', async () => {
  expect(await told({ verdict: 'pending', paper: { ...paper, effect: 'pending' } })).toMatchObject({ good: false, title: '尚未生效' })
  expect(await told({ verdict: 'rescinded', paper: { ...paper, effect: 'rescinded' } })).toMatchObject({
    good: false,
    title: '决定已经撤销',
  })
})
