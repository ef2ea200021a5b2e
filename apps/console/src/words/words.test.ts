import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const book = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
const chinese = globSync('apps/console/src/words/*.zh-CN.json').sort()
const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort()

test('both languages say everything, with the same gaps to fill', () => {
  expect(chinese.length).toBeGreaterThan(5)
  for (const file of chinese) {
    const [zh, en] = [book(file), book(file.replace('.zh-CN.', '.en.'))]
    expect(Object.keys(en).sort(), file).toEqual(Object.keys(zh).sort())
    expect(
      Object.keys(zh).filter((key) => gaps(zh[key] ?? '').join() !== gaps(en[key] ?? '').join()),
      file,
    ).toEqual([])
  }
})

test('no key stands in two books, where one would hide the other', () => {
  const keys = chinese.flatMap((file) => Object.keys(book(file)))
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
})
