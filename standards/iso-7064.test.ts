import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hybridCheckCharacter, mod11and10, mod11minus2, mod37and36 } from './iso-7064.ts'

test('the check characters are those of published numbers', () => {
  expect(mod11minus2('11010519491231002')).toBe('X')
  expect(mod11minus2('44052418800101001')).toBe('4')
  expect(mod37and36(['11100000000013338W011', '11430000006122244L', '20230000403', '001'].join(''))).toBe('U')
  expect(mod37and36('11100000MB03271699022340100000000016001')).toBe('9')
  // the example of ISO 7064 for MOD 11,10
  expect(mod11and10('0794')).toBe('5')
})

test('by the weights of GB 11643 the check digit is the same', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  fc.assert(
    fc.property(fc.stringMatching(/^\d{17}$/), (digits) => {
      const sum = weights.reduce((total, weight, place) => total + weight * Number(digits.charAt(place)), 0)
      expect(mod11minus2(digits)).toBe('10X98765432'.charAt(sum % 11))
    }),
  )
})

test('one wrong character always changes the check character, in every alphabet size', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('0123456789', '0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.nat(9),
      (alphabet, values, at, other) => {
        const place = at % values.length
        fc.pre(values[place] !== other)
        const changed = values.map((value, index) => (index === place ? other : value))
        expect(hybridCheckCharacter(values.join(''), alphabet)).not.toBe(hybridCheckCharacter(changed.join(''), alphabet))
      },
    ),
  )
})

test('a character foreign to the alphabet has no check', () => {
  expect(() => mod37and36('ab')).toThrow('characters')
  expect(() => mod11and10('12A')).toThrow('characters')
})
