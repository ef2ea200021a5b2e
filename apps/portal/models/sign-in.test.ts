import { expect, test } from 'vitest'
import { aForm, anApi, refused, zh } from '../testing.ts'
import { resetPassword } from './reset-password.ts'
import { signIn } from './sign-in.ts'

test('blanks people type in numbers do not matter', async () => {
  const { api, asked } = anApi({ 'POST /sessions': { status: 201 } })
  await signIn(api, aForm({ account: ' 110105 19491231 002x ', password: ' p ' }), 'password', 'person', zh)
  expect(asked[0]?.options.body).toEqual({ login: '11010519491231002X', password: ' p ' })
})

test('a code is sent only to what can be a mobile number', async () => {
  const { api, asked } = anApi({ 'POST /one-time-codes': { status: 204 } })
  const wrong = await signIn(api, aForm({ account: '0571-1234', intent: 'send-code' }), 'code', 'person', zh)
  expect(wrong.errors.fields['account']).toContain('11 位')
  expect(asked).toEqual([])
  const sent = await signIn(api, aForm({ account: '138-0013-8000', intent: 'send-code' }), 'code', 'person', zh)
  expect(sent).toMatchObject({ codeSent: true })
  expect(asked[0]?.options.body).toEqual({ phone: '13800138000', purpose: 'signIn' })
})

test('a refused sign-in says what the API says and nothing about which half was wrong', async () => {
  const { api } = anApi({ 'POST /sessions': refused(401, 'identity.signInFailed', '账号或密码不对，请核对后重试。') })
  const { done, errors } = await signIn(api, aForm({ account: '13800138000', password: 'x' }), 'password', 'person', zh)
  expect(done).toBeUndefined()
  expect(errors).toEqual({ fields: {}, general: '账号或密码不对，请核对后重试。' })
})

test('without an account or a code nothing is asked', async () => {
  const { api, asked } = anApi()
  expect((await signIn(api, aForm({}), 'code', 'person', zh)).errors.fields).toEqual({
    account: '请填写手机号。',
    code: '请填写短信里的验证码。',
  })
  expect((await signIn(api, aForm({ password: 'x' }), 'password', 'organisation', zh)).errors.fields).toEqual({
    account: '请填写统一社会信用代码。',
  })
  expect(asked).toEqual([])
})

test('a new password needs the code; asking for one does not say whether the number is known', async () => {
  const { api, asked } = anApi({ 'POST /one-time-codes': { status: 204 }, 'POST /password-resets': { status: 204 } })
  expect(await resetPassword(api, aForm({ phone: '13800138000', intent: 'send-code' }), zh)).toEqual({
    errors: { fields: {} },
    codeSent: true,
  })
  expect(await resetPassword(api, aForm({ phone: '13800138000' }), zh)).toMatchObject({
    errors: { fields: { code: '请填写短信里的验证码。', password: '请填写密码。' } },
  })
  const done = await resetPassword(
    api,
    aForm({ phone: '13800138000', code: '123456', password: 'long enough words', passwordAgain: 'long enough words' }),
    zh,
  )
  expect(done.done).toBe(true)
  expect(asked.map(({ path }) => path)).toEqual(['/one-time-codes', '/password-resets'])
})
