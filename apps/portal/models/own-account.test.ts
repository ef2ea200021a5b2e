import { inventedUscc } from '@yiwang/standards/testing'
import { expect, test } from 'vitest'
import { aForm, anApi, refused, zh } from '../testing.ts'
import { activateOrganisation } from './activate-organisation.ts'
import { changePhone } from './change-phone.ts'
import { closeAccount } from './close-account.ts'
import { levelKeepsBack } from './give-materials.ts'
import { changeProfile } from './profile.ts'

const profile = { 'GET /me/profile': { body: { phone: '13800000001' } } }

test('another phone: codes go to both, the new one first; the bound one again is said to be the same', async () => {
  const { api, asked } = anApi({ ...profile, 'POST /one-time-codes': { status: 204 } })
  expect(await changePhone(api, aForm({ phone: '138 0000 0005', intent: 'send-codes' }), zh)).toEqual({
    errors: { fields: {} },
    codesSent: true,
  })
  expect(asked.filter(({ method }) => method === 'POST').map(({ options }) => options.body)).toEqual([
    { phone: '13800000005', purpose: 'changePhone' },
    { phone: '13800000001', purpose: 'changePhone' },
  ])
  const same = await changePhone(api, aForm({ phone: '13800000001', intent: 'send-codes' }), zh)
  expect(same.errors.fields['phone']).toBe('这就是现在绑定的手机号。')
})

test('a code sent a moment ago still holds: the fields come; a phone that cannot be, and one used up, do not get that far', async () => {
  const soon = anApi({ ...profile, 'POST /one-time-codes': refused(429, 'identity.codeTooSoon', '刚刚发送过') })
  expect(await changePhone(soon.api, aForm({ phone: '13800000005', intent: 'send-codes' }), zh)).toMatchObject({ codesSent: true })
  const many = anApi({ ...profile, 'POST /one-time-codes': refused(429, 'identity.codeTooMany', '过多') })
  expect(await changePhone(many.api, aForm({ phone: '13800000005', intent: 'send-codes' }), zh)).toEqual({
    errors: { fields: {}, general: '过多' },
  })
  const wrong = await changePhone(many.api, aForm({ phone: '0571-1234', intent: 'send-codes' }), zh)
  expect(wrong.errors.fields['phone']).toContain('11 位')
})

test('without both codes nothing is changed; a phone of somebody else is said at its field', async () => {
  const { api, asked } = anApi({ 'POST /me/phone': refused(409, 'identity.phoneTaken', '已用于另一个账号') })
  const lacking = await changePhone(api, aForm({ phone: '13800000005', code: '123456' }), zh)
  expect(lacking.errors.fields).toEqual({ newCode: '请填写新手机收到的验证码。' })
  expect(asked).toEqual([])
  const taken = await changePhone(api, aForm({ phone: '13800000005', code: '123456', newCode: '654321' }), zh)
  expect(taken.errors.fields).toEqual({ phone: '已用于另一个账号' })
  expect(asked[0]?.options.body).toEqual({ phone: '13800000005', code: '123456', newCode: '654321' })
})

test('an organisation is activated by its representative; what the register denies is said at the credit code', async () => {
  const uscc = inventedUscc({ nth: 7 })
  const whole = { uscc, phone: '13800000001', code: '123456', password: '很长的密码 2026', passwordAgain: '很长的密码 2026' }
  const denied = anApi({ 'POST /me/organisations': refused(403, 'identity.notItsRepresentative', '只有登记的法定代表人') })
  expect((await activateOrganisation(denied.api, aForm(whole), zh)).errors.fields).toEqual({
    capable: '请确认这一项。',
    agree: '请阅读协议并勾选同意。',
  })
  const signed = { ...whole, capable: 'yes', agree: 'yes' }
  expect((await activateOrganisation(denied.api, aForm({ ...signed, passwordAgain: '别的' }), zh)).errors.fields['passwordAgain']).toBe(
    '两次输入的密码不一样。',
  )
  expect(denied.asked).toEqual([])
  expect((await activateOrganisation(denied.api, aForm(signed), zh)).errors.fields).toEqual({ uscc: '只有登记的法定代表人' })
  const granted = anApi({ 'POST /me/organisations': { status: 201, body: { name: '样例公司' } } })
  expect((await activateOrganisation(granted.api, aForm(signed), zh)).done).toEqual({ name: '样例公司', uscc })
  expect(granted.asked[0]?.options.body).toMatchObject({ uscc, agreement: 'organisation-2016-1' })
})

test('a credit code that cannot be is sent no code', async () => {
  const { api, asked } = anApi()
  const wrong = aForm({ uscc: '91330102XXXXXXXXXX', phone: '13800000001', intent: 'send-code' })
  expect((await activateOrganisation(api, wrong, zh)).errors.fields['uscc']).toContain('统一社会信用代码不对')
  expect(asked).toEqual([])
})

test('who has level 1 is told where a licence of one’s own could stand for a paper, and only there', () => {
  const [paper, licence] = [{ licenceTypes: [] }, { licenceTypes: ['L1'] }] as unknown as Parameters<typeof levelKeepsBack>[0]
  if (!paper || !licence) throw new Error('two materials')
  expect(levelKeepsBack([paper, licence], { level: 1 })).toBe(true)
  expect(levelKeepsBack([paper], { level: 1 })).toBe(false)
  expect(levelKeepsBack([paper, licence], { level: 2 })).toBe(false)
})

test('who closes the account with cases running is told of them first, and closes only by saying so', async () => {
  const { api, asked } = anApi({ ...profile, 'POST /one-time-codes': { status: 204 }, 'POST /me/closing': { status: 204 } })
  expect(await closeAccount(api, aForm({ intent: 'send-code' }), 2, zh)).toMatchObject({ codeSent: true })
  expect(asked.at(-1)?.options.body).toEqual({ phone: '13800000001', purpose: 'closeAccount' })
  const lacking = await closeAccount(api, aForm({ code: '123456', sure: 'yes' }), 2, zh)
  expect(lacking).toEqual({ errors: { fields: { despite: '还有在办的事，请先处理，或确认仍要注销。' } }, codeSent: true })
  expect(asked.some(({ path }) => path === '/me/closing')).toBe(false)
  expect((await closeAccount(api, aForm({ code: '123 456', sure: 'yes', despite: 'yes' }), 2, zh)).done).toBe(true)
  expect((await closeAccount(api, aForm({ code: '123456', sure: 'yes' }), 0, zh)).done).toBe(true)
  expect(asked.at(-1)?.options.body).toEqual({ code: '123456' })
})

test('contact data are saved with the code to the bound phone, and not without', async () => {
  const { api, asked } = anApi({ ...profile, 'POST /one-time-codes': { status: 204 }, 'PATCH /me/profile': { status: 200 } })
  expect(await changeProfile(api, aForm({ address: '别处', intent: 'send-code' }), zh)).toMatchObject({ codeSent: true })
  expect(asked.at(-1)?.options.body).toEqual({ phone: '13800000001', purpose: 'changeProfile' })
  expect((await changeProfile(api, aForm({ address: '别处' }), zh)).errors.fields).toEqual({ code: '请填写短信里的验证码。' })
  expect(await changeProfile(api, aForm({ address: '别处', code: '123456' }), zh)).toEqual({ errors: { fields: {} } })
  expect(asked.at(-1)?.options.body).toEqual({ code: '123456', address: '别处' })
})
