import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate'
import { PaperProblem } from './problem.ts'

export type Cell = string | number | boolean | null | undefined
/** A column of the sheet: what stands above it and how wide it is, in characters. */
export type Column = { title: string; width?: number }

const mostRows = 1_048_576
const longestCell = 32_767

/**
 * A workbook of one sheet (xlsx), made while its rows come in: memory does not grow with them. Texts are written as texts, never as formulas, and one that a spreadsheet
 * would take for a formula (= + - @, tab) is marked with the leading quote, so that it stays text when the sheet is edited or saved as CSV. Throws `papers.tooManyRows` past what a sheet can hold: nothing is left out silently.
 */
export async function* writeSpreadsheet(
  name: string,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((problem, piece) => {
    if (problem) throw problem
    made.push(piece)
  })
  for (const [path, text] of fixedParts(name)) addWhole(zip, path, text)
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  zip.add(sheet)
  sheet.push(strToU8(sheetHead(columns)))
  sheet.push(
    strToU8(
      writeRow(
        columns.map(({ title }) => title),
        1,
        2,
      ),
    ),
  )
  let at = 1
  for await (const row of rows) {
    if (++at > mostRows) throw new PaperProblem('papers.tooManyRows', { most: mostRows - 1 })
    sheet.push(strToU8(writeRow(row, at, 0)))
    yield* made.splice(0)
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* made.splice(0)
}

function addWhole(zip: Zip, path: string, text: string): void {
  const part = new ZipPassThrough(path)
  zip.add(part)
  part.push(strToU8(text), true)
}

function sheetHead(columns: readonly Column[]): string {
  const widths = columns
    .map(
      ({ title, width }, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${width ?? Math.max(10, title.length * 2 + 4)}" customWidth="1"/>`,
    )
    .join('')
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`
}

function writeRow(cells: readonly Cell[], row: number, style: number): string {
  return `<row r="${row}">${cells.map((cell, column) => writeCell(cell, `${columnName(column)}${row}`, style)).join('')}</row>`
}

function writeCell(cell: Cell, at: string, style: number): string {
  if (cell === null || cell === undefined || cell === '') return ''
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${at}" s="${style}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" s="${style}" t="b"><v>${cell ? 1 : 0}</v></c>`
  const text = String(cell).slice(0, longestCell)
  const quoted = style === 0 && /^[=+\-@\t\r]/.test(text) ? 1 : style
  return `<c r="${at}" s="${quoted}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// Control characters and lone surrogates may not stand in XML 1.0, not even escaped.
function escapeXml(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, '').replace(/[&<>"]/g, (character) => entities[character] as string)
}

/** 0 → A, 26 → AA */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'

function fixedParts(name: string): [path: string, text: string][] {
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const sheetName = escapeXml(
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || '1',
  )
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ]
}

// Style 0 plain, 1 a text that looks like a formula, 2 the head.
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF6F7F9"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
