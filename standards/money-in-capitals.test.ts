import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LARGEST_FEN } from './money.ts'
import { yuanInCapitals } from './money-in-capitals.ts'

test.for([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [1000, '壹拾元整'],
  [140_950, '壹仟肆佰零玖元伍角整'],
  [600_714, '陆仟零柒元壹角肆分'],
  [168_032, '壹仟陆佰捌拾元零叁角贰分'],
  [10_700_053, '壹拾万柒仟元零伍角叁分'],
  [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
  [32_504, '叁佰贰拾伍元零肆分'],
  [1_001_000_000, '壹仟零壹万元整'],
  [100_010_000, '壹佰万零壹佰元整'],
  [10_000_000_000, '壹亿元整'],
  [10_001_000_000, '壹亿零壹万元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [LARGEST_FEN, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
] as const)('%i fen are %s', ([fen, words]) => {
  expect(yuanInCapitals(fen)).toBe(words)
})

/** Reads capitals back by adding digit times place; knows nothing of how they were written. */
function readCapitals(words: string): number {
  const places: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let total = 0
  let group = 0
  let digit = 0
  for (const character of words.split('')) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
    if (value >= 0) digit = value
    else if (character === '角') total += digit * 10
    else if (character === '分') total += digit
    else if (character === '整') break
    else if ('亿万元'.includes(character)) {
      total += (group + digit) * { 亿: 10_000_000_000, 万: 1_000_000, 元: 100 }[character as '亿' | '万' | '元']
      group = 0
    } else group += digit * (places[character] ?? 0)
    if (value < 0) digit = 0
  }
  return total
}

test('capitals say the amount, never two zeros in a row, and end in 整 or 分', () => {
  const sparse = fc
    .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 14 })
    .map((digits) => Number(digits.join('')))
  fc.assert(
    fc.property(fc.oneof(sparse, fc.integer({ min: 0, max: LARGEST_FEN })), (fen) => {
      const words = yuanInCapitals(fen)
      expect(readCapitals(words)).toBe(fen)
      expect(words).not.toMatch(/零零|零[拾佰仟万亿]/)
      expect(words).toMatch(/[整分]$/)
    }),
    { numRuns: 1000 },
  )
})
