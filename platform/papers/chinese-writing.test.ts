import { expect, test } from 'vitest'
import { writeDate, writeMoment } from './chinese-writing.ts'

test('a date has no leading zeros', () => {
  expect(writeDate('2026-03-02')).toBe('2026年3月2日')
  expect(writeDate('2026-12-31')).toBe('2026年12月31日')
})

test('a moment is written in legal time, whatever zone the machine is in', () => {
  const zone = process.env['TZ']
  try {
    for (const tz of ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      process.env['TZ'] = tz
      expect(writeMoment(new Date('2026-03-02T16:04:59Z'))).toBe('2026年3月3日 00:04')
      expect(writeMoment(new Date('2026-03-02T15:59:59Z'))).toBe('2026年3月2日 23:59')
    }
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})
