import { fileTypeFromFile } from 'file-type'
import type { FileKind } from './file-kinds.ts'
import { contains, utf16 } from './read-part.ts'
import type { OpenedFile } from './read-part.ts'
import { readDirectory } from './zip-directory.ts'

const byMediaType: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
  'image/vnd.dwg': 'dwg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
}

/** What a file is by its content; undefined where it is nothing that people hand in. */
export async function detectKind(file: OpenedFile): Promise<FileKind | undefined> {
  const head = await file.part(0, 4096)
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return zipKind(file)
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return compoundKind(file)
  const found = await fileTypeFromFile(file.path).catch(() => undefined)
  if (found && found.mime !== 'application/xml') return byMediaType[found.mime]
  return textKind(head)
}

async function zipKind(file: OpenedFile): Promise<FileKind> {
  const names = new Set((await readDirectory(file)).map((entry) => entry.name))
  if (names.has('OFD.xml')) return 'ofd'
  if (!names.has('[Content_Types].xml')) return 'zip'
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'xlsx'
  return names.has('ppt/presentation.xml') ? 'pptx' : 'zip'
}

/** Compound files (MS-CFB) name their streams in UTF-16, which tells which program made them. */
async function compoundKind(file: OpenedFile): Promise<FileKind | undefined> {
  if (await contains(file, [`${utf16('worddocument')}\0\0`])) return 'doc'
  return (await contains(file, [`${utf16('workbook')}\0\0`, `${utf16('book')}\0\0`])) ? 'xls' : undefined
}

function textKind(head: Buffer): FileKind | undefined {
  if (head.includes(0)) return undefined
  const start = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 2000)
    .toLowerCase()
  if (/^(<\?xml[^>]*>)?\s*(<!--[\s\S]*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(start)) return 'svg'
  if (/<(!doctype html|html|head|body|script|iframe|meta|object|embed)[\s>]/.test(start)) return 'html'
  if (/^0\r?\n\s*section\r?\n/.test(start)) return 'dxf'
  return 'text'
}
