import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { legalDay, writeCapitalYuan, writeDate, writeMoment, writeYuan } from './chinese-writing.ts'

test.each([
  [0, '0.00', '零元整'],
  [1, '0.01', '壹分'],
  [10, '0.10', '壹角整'],
  [105, '1.05', '壹元零伍分'],
  [150, '1.50', '壹元伍角整'],
  [1005, '10.05', '壹拾元零伍分'],
  [10_050, '100.50', '壹佰元零伍角整'],
  [123_456, '1,234.56', '壹仟贰佰叁拾肆元伍角陆分'],
  [100_000_000, '1,000,000.00', '壹佰万元整'],
  [10_000_100, '100,001.00', '壹拾万零壹元整'],
  [1_200_304_000, '12,003,040.00', '壹仟贰佰万叁仟零肆拾元整'],
  [10_000_000_050, '100,000,000.50', '壹亿元零伍角整'],
  [100_010_010_010, '1,000,100,100.10', '壹拾亿零壹拾万零壹佰元零壹角整'],
])('%d fen', (fen, figures, capitals) => {
  expect(writeYuan(fen)).toBe(figures)
  expect(writeCapitalYuan(fen)).toBe(capitals)
})

const numerals = '零壹贰叁肆伍陆柒捌玖'
/** Reads capitals back, by another way than they are written. */
function readCapitals(text: string): number {
  const units: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  const [yuan, rest] = text.includes('元') ? (text.split('元') as [string, string]) : ['', text]
  let total = 0
  let group = 0
  let digit = 0
  for (const character of yuan) {
    if (numerals.includes(character)) digit = numerals.indexOf(character)
    else if (character in units) [group, digit] = [group + digit * (units[character] as number), 0]
    else if (character === '万') [total, group, digit] = [total + (group + digit) * 10_000, 0, 0]
    else [total, group, digit] = [(total + group + digit) * 100_000_000, 0, 0]
  }
  const tenths = /([壹贰叁肆伍陆柒捌玖])角/.exec(rest)?.[1] ?? '零'
  const hundredths = /([壹贰叁肆伍陆柒捌玖])分/.exec(rest)?.[1] ?? '零'
  return (total + group + digit) * 100 + numerals.indexOf(tenths) * 10 + numerals.indexOf(hundredths)
}

test('a sum in capitals can be read back, has no double zero and says where it ends', () => {
  assert(
    property(integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
      const text = writeCapitalYuan(fen)
      expect(readCapitals(text)).toBe(fen)
      expect(text).not.toMatch(/零零|零[万亿]/)
      expect(text).toMatch(/(整|分)$/)
    }),
  )
})

test('figures group by thousands and keep two places', () => {
  assert(
    property(integer({ min: -1e12, max: 1e12 }), (fen) => {
      expect(writeYuan(fen)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/)
      expect(Math.round(Number(writeYuan(fen).replaceAll(',', '')) * 100)).toBe(fen)
    }),
  )
})

test('a day is the day in Shanghai, whatever zone the machine is in', () => {
  const zone = process.env['TZ']
  try {
    for (const tz of ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      process.env['TZ'] = tz
      expect(legalDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
      expect(legalDay(new Date('2026-03-01T15:59:59Z'))).toBe('2026-03-01')
      expect(writeMoment(new Date('2026-03-02T16:04:00Z'))).toBe('2026年3月3日 00:04')
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
  expect(writeDate('2026-03-02')).toBe('2026年3月2日')
})
