import { legalDay, legalTime } from '@yiwang/standards'

/** 2026-03-02 → 2026年3月2日, as official papers write dates (GB/T 15835). */
export function writeDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026-03-02T01:05:00Z → 2026年3月2日 09:05, in the legal time of Asia/Shanghai. */
export function writeMoment(moment: Date): string {
  return `${writeDate(legalDay(moment))} ${legalTime(moment).slice(0, 5)}`
}
