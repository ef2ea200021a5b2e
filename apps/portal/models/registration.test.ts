import { inventedPersonId } from '@yiwang/standards/testing'
import { expect, test } from 'vitest'
import { aForm, anApi, refused, zh } from '../testing.ts'
import { agreementOf } from './agreement.ts'
import { register } from './registration.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const person = { name: '王秀兰', idNumber: '11010519491231002x' }
const signed = {
  ...person,
  step: 'agreement',
  phone: '138 0013 8000',
  code: '123456',
  password: 'long enough words',
  passwordAgain: 'long enough words',
  agree: 'yes',
  capable: 'yes',
}

test('R5A-038 one thing a screen: nothing missing goes on, going back keeps what was typed', async () => {
  const { api, asked } = anApi({ 'POST /one-time-codes': { status: 204 } })
  const empty = await register(api, 'person', aForm({ step: 'identity', name: '王秀兰' }), zh, now)
  expect(empty).toMatchObject({ step: 'identity', errors: { fields: { idNumber: '请填写身份证号。' } }, kept: { name: '王秀兰' } })
  const named = await register(api, 'person', aForm({ step: 'identity', ...person }), zh, now)
  expect(named.step).toBe('phone')
  const phoned = await register(api, 'person', aForm({ step: 'phone', ...person, phone: '13800138000' }), zh, now)
  expect(phoned).toMatchObject({ step: 'agreement', codeSent: true })
  const back = await register(api, 'person', aForm({ ...signed, intent: 'back' }), zh, now)
  expect(back).toMatchObject({ step: 'phone', kept: { name: '王秀兰', phone: '138 0013 8000' } })
  expect(back.kept).not.toHaveProperty('password')
  expect(asked.map(({ path }) => path)).toEqual(['/one-time-codes'])
})

test('a number that cannot be is refused before anybody is asked', async () => {
  const { api, asked } = anApi()
  const wrong = await register(api, 'person', aForm({ step: 'identity', name: '王秀兰', idNumber: '110105194912310021' }), zh, now)
  expect(wrong.errors.fields['idNumber']).toContain('身份证号不对')
  const company = await register(
    api,
    'organisation',
    aForm({ step: 'identity', name: '某公司', uscc: '9133', legalRepresentativeName: '甲', legalRepresentativeIdNumber: person.idNumber }),
    zh,
    now,
  )
  expect(company.errors.fields).toEqual({ uscc: expect.stringContaining('统一社会信用代码不对') as string })
  expect(asked).toEqual([])
})

test('what the number itself tells is told before any code is sent: a slip, or an age at which nobody registers alone', async () => {
  const { api, asked } = anApi()
  const told = async (idNumber: string) =>
    (await register(api, 'person', aForm({ step: 'identity', name: '王秀兰', idNumber }), zh, now)).errors.fields['idNumber']
  expect(await told('110105194912310021')).toContain('最后一位')
  expect(await told(inventedPersonId({ division: '330102', birth: '2012-05-05', order: 3 }))).toContain('未满 18 周岁不能自行注册')
  expect(await told(inventedPersonId({ division: '330102', birth: '2008-03-03', order: 3 }))).toContain('未满 18 周岁')
  expect(await told(inventedPersonId({ division: '330102', birth: '2008-03-02', order: 3 }))).toBeUndefined()
  expect(asked).toEqual([])
})

test('who begins again within the minute gets a field for the code already held, and no second one', async () => {
  const tooSoon = refused(429, 'identity.codeTooSoon', '验证码刚刚发送过，请一分钟后再试。')
  const { api } = anApi({ 'POST /one-time-codes': tooSoon })
  const again = await register(api, 'person', aForm({ step: 'phone', ...person, phone: '13800138000' }), zh, now)
  expect(again).toMatchObject({ step: 'agreement', codeHeld: true, errors: { fields: {} } })
  expect(again).not.toHaveProperty('codeSent')
  const asked = await register(api, 'person', aForm({ ...signed, intent: 'send-code' }), zh, now)
  expect(asked).toMatchObject({ step: 'agreement', errors: { general: '验证码刚刚发送过，请一分钟后再试。' } })
  const { api: full } = anApi({ 'POST /one-time-codes': refused(429, 'identity.codeTooMany', '太多。') })
  expect(await register(full, 'person', aForm({ step: 'phone', ...person, phone: '13800138000' }), zh, now)).toMatchObject({
    step: 'phone',
  })
})

test('RA4-02 RA4-04 without reading and agreeing, and saying that one is of full capacity, nobody is registered', async () => {
  const { api, asked } = anApi({ 'POST /accounts/persons': { status: 201 } })
  const { agree: _, ...withoutAgreeing } = signed
  const result = await register(api, 'person', aForm(withoutAgreeing), zh, now)
  expect(result).toMatchObject({ step: 'agreement', errors: { fields: { agree: '请阅读协议并勾选同意。' } } })
  expect(result.done).toBeUndefined()
  const { capable: __, ...incapable } = signed
  const other = await register(api, 'person', aForm(incapable), zh, now)
  expect(Object.keys(other.errors.fields)).toEqual(['capable'])
  expect(asked).toEqual([])
})

test('what is signed is sent whole, with the version of the agreement', async () => {
  const { api, asked } = anApi({ 'POST /accounts/persons': { status: 201, headers: { 'set-cookie': 's=1' } } })
  const { done } = await register(api, 'person', aForm(signed), zh, now)
  expect(done?.headers['set-cookie']).toBe('s=1')
  expect(asked[0]?.options.body).toEqual({
    name: '王秀兰',
    idNumber: '11010519491231002X',
    phone: '13800138000',
    code: '123456',
    password: 'long enough words',
    agreement: 'person-2016-1',
  })
})

test('a refusal stands at the field it is about, and what was typed is kept but for secrets', async () => {
  const { api } = anApi({ 'POST /accounts/persons': refused(422, 'identity.codeWrong', '验证码不对或已失效，请重新获取。') })
  const result = await register(api, 'person', aForm(signed), zh, now)
  expect(result).toMatchObject({ step: 'agreement', errors: { fields: { code: '验证码不对或已失效，请重新获取。' } } })
  expect(Object.keys(result.kept)).not.toContain('code')
})

test('passwords that differ are not sent', async () => {
  const { api, asked } = anApi()
  const result = await register(api, 'person', aForm({ ...signed, passwordAgain: 'other words here' }), zh, now)
  expect(result.errors.fields).toEqual({ passwordAgain: '两次输入的密码不一样。' })
  expect(asked).toEqual([])
})

test('RA4-01 RA4-03 persons and organisations sign different agreements of ten articles, with the names of the place', () => {
  const [one, other] = [agreementOf('person', '样例市政务服务管理局', zh), agreementOf('organisation', '样例市政务服务管理局', zh)]
  expect([one.articles.length, other.articles.length]).toEqual([10, 10])
  expect(one.articles.map(({ title }) => title)).toEqual([
    '目的意义',
    '协议适用主体范围',
    '服务内容',
    '用户承诺与授权',
    '用户信息保障',
    '用户的密码和安全性',
    '禁止条款',
    '结束服务',
    '注意事项',
    '其他规定',
  ])
  expect(one.version).not.toBe(other.version)
  expect(JSON.stringify([one, other])).not.toMatch(/\*\*|\{(administration|portal)\}/)
  for (const text of [one, other]) expect(JSON.stringify(text)).toContain('样例市政务服务管理局')
})
