import { expect, test } from 'vitest'
import { anApi, zh } from '../testing.ts'
import { isReachable, proposedRecipient, recipientErrors } from './recipient.ts'

const right = { name: '王秀兰', phone: '13800000001', address: '样例路1号院2幢' }

test.each([
  [{ phone: '12' }, { phone: '请填写 11 位手机号码，或带区号的固定电话。' }],
  [{ address: '西' }, { address: '地址太短，快递员找不到，请写到街道和门牌号。' }],
  [{ name: '王' }, { name: '姓名至少两个字。' }],
  [
    { name: '', address: '' },
    { name: '请填写收件人姓名。', address: '请填写收件地址。' },
  ],
  [{ phone: '0571-87000000' }, {}],
])('%o is said at its field', (more, fields) => {
  expect(recipientErrors({ ...right, ...more }, zh).fields).toEqual(fields)
  expect(isReachable({ ...right, ...more })).toBe(Object.keys(fields).length === 0)
})

test('the holder is proposed as the recipient; without a profile nobody is', async () => {
  const { api } = anApi({ 'GET /me/profile': { body: { kind: 'person', name: '王秀兰', phone: '13800000001', level: 2 } } })
  expect(await proposedRecipient(api)).toEqual({ name: '王秀兰', phone: '13800000001', address: '' })
  expect(await proposedRecipient(anApi({}).api)).toBeUndefined()
})
