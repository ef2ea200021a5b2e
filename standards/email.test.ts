import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmail, maskEmail, parseEmail } from './email.ts'

test('plain addresses are read, the domain in lower case', () => {
  expect(parseEmail(' Zhang.San+yw@Example.CN ')).toEqual({ ok: true, value: 'Zhang.San+yw@example.cn' })
  expect(isEmail('a@b.co')).toBe(true)
  expect(isEmail('a@xn--fiqs8s.cn')).toBe(true)
})

test.for([
  '',
  'a',
  '@b.cn',
  'a@',
  'a@b',
  'a@@b.cn',
  'a b@c.cn',
  'a@-b.cn',
  'a@b..cn',
  '.a@b.cn',
  'a.@b.cn',
  'a@1.2.3.4',
  'a@b.cn\nBcc: x@y.cn',
  '<a@b.cn>',
  '张@b.cn',
])('%j is refused', (text) => {
  expect(parseEmail(text)).toEqual({ ok: false, fault: 'format' })
})

test('too long is refused, however it is made up', () => {
  expect(parseEmail(`a@${'b'.repeat(250)}.cn`)).toEqual({ ok: false, fault: 'length' })
  expect(parseEmail(`${'a'.repeat(65)}@b.cn`)).toEqual({ ok: false, fault: 'format' })
  expect(parseEmail(`a@${'b'.repeat(64)}.cn`)).toEqual({ ok: false, fault: 'format' })
})

const anything = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => `${String.fromCharCode(...units)}@b.cn`)

test('whatever is accepted has no line break', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(isEmail(text) && /[\r\n]/.test(text.trim())).toBe(false)
    }),
  )
})

test('only the first letter and the domain are shown', () => {
  expect(maskEmail('zhangsan@example.cn')).toBe('z***@example.cn')
  expect(maskEmail('nothing')).toBe('*******')
})
