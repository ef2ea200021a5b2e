import { expect, test } from 'vitest'
import { isServicePhone, maskMobilePhone, normaliseMobilePhone, parseMobilePhone } from './mobile-phone.ts'

test('a number is one with or without country code, blanks and hyphens', () => {
  for (const text of ['13800138000', '+86 138 0013 8000', '0086-138-0013-8000', '8613800138000', '１３８００１３８０００']) {
    expect(normaliseMobilePhone(text)).toBe('13800138000')
  }
})

test('what no mainland telephone has is refused', () => {
  expect(parseMobilePhone('1380013800')).toEqual({ ok: false, fault: 'length' })
  expect(parseMobilePhone('12800138000')).toEqual({ ok: false, fault: 'format' })
  expect(parseMobilePhone('1380013800a')).toEqual({ ok: false, fault: 'format' })
  expect(parseMobilePhone('+1 212 555 0100 00')).toMatchObject({ ok: false })
  expect(() => normaliseMobilePhone('')).toThrow('mobile phone: length')
})

test('the middle is masked; what is no number is masked whole', () => {
  expect(maskMobilePhone('+86 13800138000')).toBe('138****8000')
  expect(maskMobilePhone('secret')).toBe('******')
})

test('telephones for questions: hotline, area code, 400, mobile', () => {
  for (const text of ['12345', '110', '0571-87654321', '010 87654321', '0571-87654321-802', '400-820-8820', '13800138000']) {
    expect([text, isServicePhone(text)]).toEqual([text, true])
  }
  for (const text of ['', '87654321', '9-12345', '0571-876', '见网站', '12345678901234', "1' OR 1"]) {
    expect([text, isServicePhone(text)]).toEqual([text, false])
  }
})
