import { expect, test } from 'vitest'
import { aForm, anApi, refused, zh } from '../testing.ts'
import { copyLicence, usualLastDay } from './copy-licence.ts'

test('a copy says what it is for and until when; both are asked for before anybody is asked', async () => {
  const { api, asked } = anApi()
  const answer = await copyLicence(api, 'L1', aForm({ purpose: ' ', validUntil: '' }), zh)
  expect(answer).toEqual({ errors: { fields: { purpose: '请写明用来办什么事。', validUntil: '请选最后有效的一天。' } } })
  expect(asked).toEqual([])
})

test('the sealed copy comes as it was made; a day beyond the licence is said at the day', async () => {
  const pdf = new Uint8Array([37, 80, 68, 70])
  const good = anApi({ 'POST /my/licences/L1/copies': { body: pdf } })
  const form = aForm({ purpose: '租房备案', validUntil: '2026-04-01' })
  expect(await copyLicence(good.api, 'L1', form, zh)).toEqual({ pdf })
  expect(good.asked[0]?.options.body).toEqual({ purpose: '租房备案', validUntil: '2026-04-01' })
  const bad = anApi({ 'POST /my/licences/L1/copies': refused(422, 'licence.copyDayInvalid', '有效期不对') })
  expect(await copyLicence(bad.api, 'L1', form, zh)).toEqual({ errors: { fields: { validUntil: '有效期不对' } } })
})

test('thirty days are proposed, by the day in China', () => {
  expect(usualLastDay(new Date('2026-03-01T17:00:00Z'))).toBe('2026-04-01')
})
