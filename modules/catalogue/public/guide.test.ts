import { organisation } from '@yiwang/organisation'
import { openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { catalogue } from '../index.ts'
import { aMaterial, aPublishedImplementation } from '../testing.ts'
import { guideElements, guideText, materialElements } from './guide-text.ts'

const modules = [organisation, catalogue]
const named = ['事项名称', '事项类型', '设定依据', '实施机构', '法定办结时限', '承诺办结时限', '结果名称', '结果样本', '收费标准', '收费依据', '申请材料', '办理流程', '办理形式', '审查标准', '通办范围', '预约办理', '网上支付', '物流快递', '办理地点', '办理时间', '咨询电话', '监督电话'] // prettier-ignore

test('R4-054 R4-055 R4-070 the guide has its 22 elements and each material its nine, made of the elements without an editor', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  expect(guideElements(item).map(([name]) => name)).toEqual(named)
  for (const [name, value] of guideElements(item)) expect(value, name).not.toBe('')
  const [material] = item.materials
  const parts = material ? materialElements(material).map(([name]) => name) : []
  expect(parts).toEqual([
    '材料名称',
    '材料类型',
    '材料样本',
    '电子表单',
    '来源渠道',
    '份数和规格',
    '填报须知',
    '受理标准',
    '是否需电子材料',
    '依据',
  ])
})

test('the five answers that guide an applicant are those of the item', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act, { appointment: false, onlinePayment: false }))
  const { body } = await hall.stranger.get(`/items/${item.implementationCode}`)
  expect(body).toMatchObject({
    onlineMode: 'verify',
    appointment: false,
    onlinePayment: false,
    crossRegionRange: 'crossCounty',
    logistics: { materials: true, results: true },
  })
})

test('R5A-118 the whole guide can be taken away as one file, samples and blank forms included; what has none is named', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  const answer = await hall.stranger.get(`/items/${item.implementationCode}/guide.txt`)
  expect(answer.headers['content-disposition']).toContain(`${item.implementationCode}.txt`)
  for (const words of [...named, item.name, '申请人：张某某；经营场所：某路某号。']) expect(answer.body).toContain(words)
  const [material] = item.materials
  const { sample: _, ...without } = material ?? aMaterial()
  const blank = { name: '空白表', mediaType: 'text/plain' as const, text: '经营者：＿＿＿' }
  const text = guideText({ ...item, materials: [{ ...without, name: '无样本的材料' }, aMaterial({ code: 'b', blankForm: blank })] })
  expect(text).toContain('缺少样本的材料：无样本的材料')
  expect(text).toContain('经营者：＿＿＿')
  expect(guideText(item)).not.toContain('缺少样本')
})

test('the form of an item is the one its revision names', async (t) => {
  const hall = await openHall(t, { modules })
  const item = await hall.act((act) => aPublishedImplementation(act))
  const { body } = await hall.stranger.get(`/items/${item.implementationCode}/form`)
  expect(body).toMatchObject({ key: item.form?.key, version: item.form?.version, schema: { type: 'object' } })
  expect((await hall.stranger.get('/items/short')).status).toBe(400)
  expect((await hall.stranger.get(`/items/${'X'.repeat(34)}`)).status).toBe(404)
})

test('the 36 elements can be listed with who maintains them', async (t) => {
  const hall = await openHall(t, { modules })
  const { body } = await hall.stranger.get('/elements')
  expect(body).toHaveLength(36)
  expect(body[24]).toEqual({
    number: 25,
    name: '承诺办结时限',
    field: 'committedLimit',
    maintainer: 'administration',
    levels: ['province', 'city'],
  })
})
