import { listPapers } from '@yiwang/documents'
import { expect, test } from 'vitest'
import { examined, must, openOffice, paperOnly, people, send } from './handling.testing.ts'
import { decisionBasis, decisionWords, noticeBasis, rescissionWords } from './papers.ts'
import { reviewBodyOf } from './remedies.ts'
import { anAcceptedCase, aSubmittedCase, type CaseHall } from './testing.ts'

const province = { name: '浙江省', level: 'province' }
const city = { name: '杭州市', level: 'city' }
const district = { name: '上城区', level: 'county' }
const county = { name: '桐庐县', level: 'county' }
const nation = { name: '中华人民共和国', level: 'nation' }
const town = { name: '样例镇', level: 'township' }

test.each([
  ['上城区市场监督管理局', [nation, province, city, district], '杭州市上城区人民政府'],
  ['桐庐县民政局', [nation, province, city, county], '桐庐县人民政府'],
  ['杭州市民政局', [nation, province, city], '杭州市人民政府'],
  ['浙江省民政厅', [nation, province], '浙江省人民政府'],
  [
    '东城区民政局',
    [nation, { name: '北京市', level: 'province' }, { name: '市辖区', level: 'city' }, { name: '东城区', level: 'county' }],
    '北京市东城区人民政府',
  ],
  ['样例镇人民政府', [nation, province, city, county, town], '桐庐县人民政府'],
  ['桐庐县人民政府', [nation, province, city, county], '杭州市人民政府'],
  ['杭州市上城区税务局', [nation, province, city, district], '上一级主管部门'],
])('an act of %s is reviewed by the right authority (行政复议法 24, 27)', (body, path, authority) => {
  expect(reviewBodyOf(body, path)).toBe(authority)
})

test('what is no licence is not called one, and cites its own law', () => {
  const own = { legalBasis: [{ title: '《样例条例》', clause: '第三条' }] as never }
  expect(decisionWords({ itemType: 'XK' }, '准予')).toEqual({})
  expect(decisionWords({ itemType: 'JF' }, '不予')).toEqual({ title: '不予行政给付决定书', act: '不予行政给付' })
  expect(decisionBasis({ itemType: 'XK', ...own }, 'denied')).toBe('《中华人民共和国行政许可法》第三十八条第二款、《样例条例》第三条')
  expect(decisionBasis({ itemType: 'QR', ...own }, 'approved')).toBe('《样例条例》第三条')
  expect(rescissionWords({ itemType: 'QR', ...own })).toMatchObject({ title: '撤销行政确认决定书', legalBasis: '《样例条例》第三条' })
  expect(rescissionWords({ itemType: 'XK', ...own }).legalBasis).toContain('第六十九条')
  expect(noticeBasis({ implementationCode: `JF${'0'.repeat(32)}` }, '第三十二条')).toEqual({})
})

const remedies = {
  reviewBody: '杭州市上城区人民政府',
  reviewWithin: '六十日',
  court: '本机关所在地有管辖权的人民法院',
  suitWithin: '六个月',
}
const dataOf = async ({ hall }: CaseHall, caseNumber: string) => (await listPapers(hall.house.db, { kind: 'case', key: caseNumber })).at(-1)

test('a refusal to accept and a denial say why, by which law, and where and until when they can be fought', async (t) => {
  const office = await openOffice(t)
  const item = await office.item(paperOnly)
  const refused = await aSubmittedCase(office, item)
  await must(send(office, office.clerk, refused, 'refusal', { reason: '不属于本机关职权范围，应向市级机关申请。' }))
  expect(await dataOf(office, refused)).toMatchObject({
    kind: 'refusalNotice',
    sealed: true,
    data: {
      reason: '不属于本机关职权范围，应向市级机关申请。',
      legalBasis: expect.stringContaining('《中华人民共和国行政许可法》第三十二条'),
      issuedOn: '2026-03-02',
      remedies,
    },
  })
  const denied = await anAcceptedCase(office, item)
  await examined(office, denied, 'deny')
  await must(send(office, people(office).decider, denied, 'decision', { decision: 'denied', reasons: '场所不符合要求。' }))
  expect(await dataOf(office, denied)).toMatchObject({
    kind: 'denialDecision',
    sealed: true,
    data: { reasons: ['场所不符合要求。'], legalBasis: expect.stringContaining('第三十八条第二款'), remedies },
  })
})
