import { strFromU8, unzipSync } from 'fflate'
import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { columnName, writeSpreadsheet } from './spreadsheet.ts'
import type { Cell } from './spreadsheet.ts'

async function partsOf(name: string, titles: string[], rows: Iterable<Cell[]> | AsyncIterable<Cell[]>): Promise<Record<string, string>> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeSpreadsheet(
    name,
    titles.map((title) => ({ title })),
    rows,
  ))
    pieces.push(piece)
  return Object.fromEntries(Object.entries(unzipSync(Buffer.concat(pieces))).map(([path, bytes]) => [path, strFromU8(bytes)]))
}
const cellsOf = (sheet: string) =>
  [...sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d)"(?: t="(\w+)")?>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/g)].map(
    ([, at, style, type, text, value]) => `${at} ${style} ${type ?? 'n'} ${text ?? value}`,
  )

test('texts, numbers and truths stand in their cells under their heads', async () => {
  const parts = await partsOf(
    '办件/清单',
    ['办件编号', '天数', '超期'],
    [
      ['330106-1', 8.5, false],
      [null, undefined, true],
    ],
  )
  expect(cellsOf(parts['xl/worksheets/sheet1.xml'] as string)).toEqual([
    'A1 2 inlineStr 办件编号',
    'B1 2 inlineStr 天数',
    'C1 2 inlineStr 超期',
    'A2 0 inlineStr 330106-1',
    'B2 0 n 8.5',
    'C2 0 b 0',
    'C3 0 b 1',
  ])
  expect(parts['xl/workbook.xml']).toContain('<sheet name="办件 清单"')
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
})

test.each(['=1+1', '=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', "=cmd|'/c calc'!A0"])(
  '%j stays a text and is marked as one',
  async (text) => {
    const sheet = (await partsOf('a', ['x'], [[text]]))['xl/worksheets/sheet1.xml'] as string
    expect(sheet).not.toContain('<f>')
    expect(cellsOf(sheet)[1]).toMatch(/^A2 1 inlineStr /)
    expect((await partsOf('a', ['x'], [[-1]]))['xl/worksheets/sheet1.xml']).toContain('<c r="A2" s="0"><v>-1</v></c>')
  },
)

test('what XML cannot hold is left away, what it would take for markup is escaped', async () => {
  const sheet = (await partsOf('<a>', ['x'], [['</t><f>1</f>&"\u0000\u0007\ud800好', Number.NaN]]))['xl/worksheets/sheet1.xml'] as string
  expect(cellsOf(sheet).slice(1)).toEqual(['A2 0 inlineStr &lt;/t&gt;&lt;f&gt;1&lt;/f&gt;&amp;&quot;好', 'B2 0 inlineStr NaN'])
})

test('rows are written as they come: the first pieces are out before the last row is asked for', async () => {
  let asked = 0
  async function* rows(): AsyncGenerator<Cell[]> {
    for (; asked < 50_000; asked++) yield [`第${asked}行`, asked, Math.sin(asked)]
  }
  let before = -1
  let size = 0
  for await (const piece of writeSpreadsheet('大', [{ title: '甲' }, { title: '乙' }, { title: '丙' }], rows())) {
    size += piece.length
    if (size > 50_000 && before < 0) before = asked
  }
  expect(asked).toBe(50_000)
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(20_000)
})

test('more rows than a sheet can hold are refused, not cut off', async () => {
  function* endless(): Generator<Cell[]> {
    for (;;) yield [1]
  }
  await expect(partsOf('a', ['x'], endless())).rejects.toMatchObject({ code: 'papers.tooManyRows', details: { most: 1_048_575 } })
})

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'])
  assert(
    property(integer({ min: 0, max: 16_383 }), (index) => {
      expect(Array.from(columnName(index)).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1).toBe(index)
    }),
  )
})
