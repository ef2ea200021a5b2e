import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkUpload } from './check-upload.ts'
import type { UploadRules } from './check-upload.ts'
import { localStore } from './local-store.ts'
import { aCompoundFile, aDocx, aJpeg, aPdf, aPng, aZip, pdfObjectStream } from './testing.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-upload-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function check(name: string, bytes: Uint8Array | string, rules: Partial<UploadRules> = {}) {
  const path = join(folder, 'upload')
  await writeFile(path, bytes)
  return checkUpload(path, { name, ...rules })
}
async function problemOf(name: string, bytes: Uint8Array | string, rules: Partial<UploadRules> = {}): Promise<string> {
  return check(name, bytes, rules).then(
    (accepted) => `accepted as ${accepted.kind}`,
    (problem: { code?: string }) => problem.code ?? JSON.stringify(problem),
  )
}

describe('what honest people hand in is taken', () => {
  test.each<[string, Uint8Array | string, string, string, Partial<UploadRules>]>([
    ['营业执照.pdf', aPdf(), 'pdf', 'application/pdf', { mediaType: 'application/pdf' }],
    ['扫描.JPG', aJpeg(), 'jpeg', 'image/jpeg', { mediaType: 'image/jpeg' }],
    ['照片.png', aPng(), 'png', 'image/png', { mediaType: 'application/octet-stream' }],
    ['申请书.docx', aDocx(), 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', {}],
    ['决定书.ofd', aZip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<d/>' }), 'ofd', 'application/ofd', {}],
    ['旧表.doc', aCompoundFile('Root Entry', 'WordDocument'), 'doc', 'application/msword', { mediaType: 'application/msword' }],
    ['台账.xls', aCompoundFile('Root Entry', 'Workbook'), 'xls', 'application/vnd.ms-excel', {}],
    ['名单.csv', '姓名,证件号\n张三,1\n', 'csv', 'text/csv', { allow: ['csv'] }],
    ['说明.txt', Buffer.from('d5c5c8fd', 'hex'), 'text', 'text/plain', { allow: ['text'] }],
    ['图标.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', 'svg', 'image/svg+xml', { allow: ['svg'] }],
    ['图纸.dxf', '0\nSECTION\n2\nHEADER\n', 'dxf', 'image/vnd.dxf', { allow: ['dxf'] }],
    ['材料.zip', aZip({ '一/营业执照.pdf': aPdf(), '二.txt': '你好' }), 'zip', 'application/zip', { allow: ['zip'] }],
  ])('%s', async (name, bytes, kind, mediaType, rules) => {
    expect(await check(name, bytes, rules)).toMatchObject({ name: name.replace('JPG', 'jpg'), kind, mediaType })
  })

  test('a picture tells its size and resolution', async () => {
    expect((await check('a.png', aPng({ width: 1240, height: 1754, dpi: 150 }))).image).toEqual({ width: 1240, height: 1754, dpi: 150 })
    expect((await check('a.jpg', aJpeg({ width: 2480, height: 3508, dpi: 300 }))).image).toEqual({ width: 2480, height: 3508, dpi: 300 })
  })

  test('a PDF whose object streams hold nothing that acts is taken', async () => {
    expect(await problemOf('a.pdf', aPdf({ objects: pdfObjectStream('<< /Type /Font /BaseFont /SimSun >>') }))).toBe('accepted as pdf')
  })
})

const exe = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)])
const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])
const zipTail = aZip({ 'a.txt': 'x' }).toString('latin1')

describe('hostile files are refused', () => {
  test.each<[string, string, string, Uint8Array | string, Partial<UploadRules>?]>([
    ['R5A-274 a Windows program', 'fileIsExecutable', 'setup.exe', exe],
    ['R5A-274 a Windows program named as a PDF', 'fileIsExecutable', '合同.pdf', exe],
    ['R5A-274 a Linux program named as a picture', 'fileIsExecutable', '照片.png', elf],
    ['a shell script named as a text', 'fileIsExecutable', 'a.txt', '#!/bin/sh\nrm -rf /', { allow: ['text'] }],
    ['PHP behind a byte order mark', 'fileIsExecutable', 'a.txt', '\ufeff  <?php system($_GET[0]);', { allow: ['text'] }],
    ['a Java class', 'fileIsExecutable', 'a.pdf', Buffer.from('cafebabe0000003d', 'hex')],
    ['a shortcut', 'fileIsExecutable', '打开.pdf', Buffer.from('4c0000000114020000000000', 'hex')],
    ['a script by name only', 'fileIsExecutable', 'run.ps1', 'hello'],
    ['a macro document by name', 'fileIsExecutable', 'a.docm', aDocx()],
    ['a double ending', 'fileIsExecutable', '发票.pdf.exe', aPdf()],
    ['a hidden ending turned round by a direction mark', 'fileIsExecutable', '照片\u202egpj.exe', aJpeg()],
    ['HTML named as a PDF', 'fileTypeNotAllowed', 'a.pdf', '<!doctype html><script>alert(1)</script>'],
    ['HTML with script where HTML is allowed', 'fileHasActiveContent', 'a.html', '<html><body onload="x()">', { allow: ['html'] }],
    ['SVG where it is not allowed', 'fileTypeNotAllowed', 'a.svg', '<svg/>'],
    ['SVG with a script', 'fileHasActiveContent', 'a.svg', '<svg><script>alert(1)</script></svg>', { allow: ['svg'] }],
    ['SVG with an event handler', 'fileHasActiveContent', 'a.svg', '<svg onload=alert(1)></svg>', { allow: ['svg'] }],
    ['SVG with entities', 'fileHasActiveContent', 'a.svg', '<?xml version="1.0"?><svg><!ENTITY a "b"></svg>', { allow: ['svg'] }],
    ['SVG that embeds a page', 'fileHasActiveContent', 'a.svg', '<svg><foreignObject/></svg>', { allow: ['svg'] }],
    ['a JPEG named as a PDF', 'fileNotWhatItsNameSays', 'a.pdf', aJpeg()],
    ['a PDF announced as a picture', 'fileNotWhatItsNameSays', 'a.pdf', aPdf(), { mediaType: 'image/png' }],
    ['a zip named as a document', 'fileTypeNotAllowed', 'a.docx', aZip({ 'a.txt': 'x' })],
    [
      'a workbook named as a document',
      'fileNotWhatItsNameSays',
      'a.docx',
      aZip({ '[Content_Types].xml': 'spreadsheetml', 'xl/workbook.xml': '<x/>' }),
    ],
    ['text with zero bytes', 'fileTypeNotAllowed', 'a.txt', 'abc\0def', { allow: ['text'] }],
    ['text with zero bytes further on', 'fileNotWhatItsNameSays', 'a.txt', `${'a'.repeat(5000)}\0def`, { allow: ['text'] }],
    [
      'bytes of no encoding',
      'fileNotWhatItsNameSays',
      'a.txt',
      Buffer.concat([Buffer.alloc(20, 65), Buffer.from([0x81, 0xff, 0xff, 0x80])]),
      { allow: ['text'] },
    ],
    ['bytes that are nothing known', 'fileTypeNotAllowed', 'a.pdf', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8])],
    ['a name without an ending', 'fileNameNotAllowed', '../../etc/passwd', aPdf()],
  ])('%s: %s', async (_, code, name, bytes, rules) => {
    expect(await problemOf(name, bytes, rules)).toBe(`storage.${code}`)
  })
})

describe('a PDF that acts, hides or is something else too is refused', () => {
  test.each<[string, string, Uint8Array]>([
    ['a script on opening', 'fileHasActiveContent', aPdf({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })],
    ['a script with an escaped name', 'fileHasActiveContent', aPdf({ catalogue: '/OpenAction << /S /J#61vaScript /JS (x) >>' })],
    ['a program to launch', 'fileHasActiveContent', aPdf({ catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' })],
    ['an embedded file', 'fileHasActiveContent', aPdf({ catalogue: '/Names << /EmbeddedFiles 5 0 R >>' })],
    ['an XFA form', 'fileHasActiveContent', aPdf({ catalogue: '/AcroForm << /XFA 5 0 R >>' })],
    ['a form that sends itself away', 'fileHasActiveContent', aPdf({ objects: '5 0 obj << /S /SubmitForm /F (http://x) >> endobj\n' })],
    ['a script inside an object stream', 'fileHasActiveContent', aPdf({ objects: pdfObjectStream('<< /S /JavaScript /JS (x) >>') })],
    [
      'an object stream that does not call itself one',
      'fileHasActiveContent',
      aPdf({ objects: pdfObjectStream('<< /S /JavaScript >>', '/N 1 /F#69rst 4 /Filter /Fl#61teDecode') }),
    ],
    [
      'an object stream behind an unusual filter',
      'fileHasActiveContent',
      aPdf({ objects: pdfObjectStream('<< >>', '/N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]') }),
    ],
    [
      'a script behind a string that looks like the start of a stream',
      'fileHasActiveContent',
      aPdf({ objects: '5 0 obj (>>\nstream\n) endobj 6 0 obj << /S /JavaScript >> endobj (endstream)\n' }),
    ],
    ['a password', 'fileIsEncrypted', aPdf({ objects: 'trailer << /Encrypt 7 0 R >>\n' })],
    ['a bomb in an object stream', 'fileIsArchiveBomb', aPdf({ objects: pdfObjectStream('0'.repeat(80 << 20)) })],
    ['a zip behind it', 'fileIsTwoThingsAtOnce', aPdf({ after: zipTail })],
    ['a missing end', 'fileIsBroken', Buffer.from('%PDF-1.7\n1 0 obj << >>')],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await problemOf('a.pdf', bytes)).toBe(`storage.${code}`)
  })

  test('a page before it', async () => {
    expect(await problemOf('a.pdf', aPdf({ before: '<html><script>1</script></html>' }))).not.toMatch(/accepted/)
  })
})

describe('a picture that bursts, or is something else too, is refused', () => {
  test.each<[string, string, string, Uint8Array, Partial<UploadRules>?]>([
    ['a pixel bomb of 60,000 × 60,000', 'imageTooLarge', 'a.png', aPng({ width: 60_000, height: 60_000 })],
    ['a long strip', 'imageTooLarge', 'a.png', aPng({ width: 1, height: 30_000 })],
    ['no height at all', 'fileIsBroken', 'a.png', aPng({ height: 0 })],
    ['a JPEG without a frame', 'fileIsBroken', 'a.jpg', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(100)])],
    ['R7-059 too small to read', 'imageTooSmall', 'a.jpg', aJpeg({ width: 90, height: 60 }), { image: { minSide: 400 } }],
    ['R7-059 a resolution too low', 'imageTooSmall', 'a.jpg', aJpeg({ dpi: 72 }), { image: { minDpi: 200 } }],
    ['a zip behind it', 'fileIsTwoThingsAtOnce', 'a.png', aPng({ after: zipTail })],
    ['a PDF in its head', 'fileIsTwoThingsAtOnce', 'a.png', aPng({ text: '%PDF-1.7' })],
    ['a script in its comment', 'fileIsTwoThingsAtOnce', 'a.png', aPng({ text: '<ScRiPt src=//x>' })],
    ['PHP in its comment', 'fileIsTwoThingsAtOnce', 'a.png', aPng({ text: '<?php eval($_POST[0]);' })],
  ])('%s: %s', async (_, code, name, bytes, rules) => {
    expect(await problemOf(name, bytes, rules)).toBe(`storage.${code}`)
  })
})

/** Overwrites bytes of a field in the first central directory record. */
function patched(zip: Buffer, change: (zip: Buffer, directoryAt: number) => void): Buffer {
  change(zip, zip.indexOf('PK\x01\x02', 0, 'latin1'))
  return zip
}

describe('an archive that bursts, climbs or hides is refused', () => {
  const allow: Partial<UploadRules> = { allow: ['zip'] }
  const blank = new Uint8Array(8 << 20)
  const overlapping = patched(aZip({ 'a.txt': 'x'.repeat(50), 'b.txt': 'y'.repeat(50) }), (zip, at) => {
    const second = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
    zip.writeUInt32LE(1, second + 42)
  })
  test.each<[string, string, string, Uint8Array, Partial<UploadRules>?]>([
    ['a zip bomb by ratio', 'fileIsArchiveBomb', 'a.zip', aZip({ 'a.txt': blank }), allow],
    [
      'a zip bomb by size',
      'fileIsArchiveBomb',
      'a.zip',
      aZip({ 'a.txt': blank }),
      { ...allow, archive: { unpackedBytes: 1 << 20, ratio: 1e9 } },
    ],
    [
      'too many entries',
      'fileIsArchiveBomb',
      'a.zip',
      aZip(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.txt`, 'x']))),
      allow,
    ],
    [
      'a size that lies',
      'fileIsArchiveBomb',
      'a.zip',
      patched(aZip({ 'a.txt': 'hello '.repeat(1000) }), (zip, at) => zip.writeUInt32LE(10, at + 24)),
      allow,
    ],
    ['entries that overlap', 'fileIsArchiveBomb', 'a.zip', overlapping, allow],
    ['an archive in an archive', 'fileIsArchiveBomb', 'a.zip', aZip({ 'b.bin': aZip({ 'c.txt': 'x' }) }), allow],
    ['a gzip in an archive', 'fileIsArchiveBomb', 'a.zip', aZip({ 'b.bin': gzipSync('x') }), allow],
    ['a path that climbs', 'archiveEntryNotAllowed', 'a.zip', aZip({ '../../etc/cron.d/x': 'x' }), allow],
    ['an absolute path', 'archiveEntryNotAllowed', 'a.zip', aZip({ '/etc/passwd': 'x' }), allow],
    ['a Windows path', 'archiveEntryNotAllowed', 'a.zip', aZip({ 'c:\\windows\\x.txt': 'x' }), allow],
    [
      'a symbolic link',
      'archiveEntryNotAllowed',
      'a.zip',
      patched(aZip({ 'a.txt': '/etc/passwd' }), (zip, at) => zip.writeUInt32LE(0xa1ff0000, at + 38)),
      allow,
    ],
    ['two names that differ in case only', 'archiveEntryNotAllowed', 'a.zip', aZip({ 'a.txt': 'x', 'A.txt': 'y' }), allow],
    [
      'a local name unlike the listed one',
      'archiveEntryNotAllowed',
      'a.zip',
      patched(aZip({ 'a.txt': 'x' }), (zip, at) => zip.write('b', at + 46)),
      allow,
    ],
    ['a password', 'fileIsEncrypted', 'a.zip', patched(aZip({ 'a.txt': 'x' }), (zip, at) => zip.writeUInt16LE(1, at + 8)), allow],
    ['a program by name', 'fileIsExecutable', 'a.zip', aZip({ '工具/setup.exe': 'x' }), allow],
    ['a program by content', 'fileIsExecutable', 'a.zip', aZip({ 'a.txt': exe }), allow],
    ['an archive cut short', 'fileIsBroken', 'a.zip', aZip({ 'a.txt': 'hello' }).subarray(0, 60), allow],
    [
      'a directory that points nowhere',
      'fileIsBroken',
      'a.zip',
      patched(aZip({ 'a.txt': 'x' }), (zip, at) => zip.writeUInt32LE(0, at)),
      allow,
    ],
    ['a document with macros', 'fileHasActiveContent', 'a.docx', aDocx({ 'word/vbaProject.bin': 'x' })],
    ['a document with an ActiveX control', 'fileHasActiveContent', 'a.docx', aDocx({ 'word/activeX/activeX1.xml': 'x' })],
    ['a document with an embedded object', 'fileHasActiveContent', 'a.docx', aDocx({ 'word/embeddings/oleObject1.bin': 'x' })],
    [
      'a document that loads its template from afar',
      'fileHasActiveContent',
      'a.docx',
      aDocx({ 'word/_rels/settings.xml.rels': '<Relationship Type="x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/>' }),
    ],
    ['an OFD that is a bomb', 'fileIsArchiveBomb', 'a.ofd', aZip({ 'OFD.xml': '<x/>', 'Doc_0/Res/a.bin': blank })],
    ['an old document with macros', 'fileHasActiveContent', 'a.doc', aCompoundFile('WordDocument', '_VBA_PROJECT')],
    ['an office file with a password', 'fileTypeNotAllowed', 'a.docx', aCompoundFile('EncryptedPackage')],
    ['an old workbook with a password', 'fileIsEncrypted', 'a.xls', aCompoundFile('Workbook', 'EncryptedPackage')],
    ['an installer in a compound file', 'fileTypeNotAllowed', 'a.doc', aCompoundFile('MsiDigitalSignatureEx')],
  ])('%s: %s', async (_, code, name, bytes, rules) => {
    expect(await problemOf(name, bytes, rules)).toBe(`storage.${code}`)
  })

  test('a chart in a document may bring its data, but an archive under that name in a zip may not', async () => {
    const workbook = aZip({ '[Content_Types].xml': 'x', 'xl/workbook.xml': '<x/>' })
    expect(await problemOf('a.docx', aDocx({ 'word/embeddings/Workbook1.xlsx': workbook }))).toBe('accepted as docx')
    expect(await problemOf('a.zip', aZip({ 'a/embeddings/Workbook1.xlsx': workbook }), allow)).toBe('storage.fileIsArchiveBomb')
  })
})

test('what is refused leaves nothing in the store, what is taken is kept under its own name', async () => {
  const root = join(folder, 'store')
  const store = localStore(root)
  await expect(store.putUpload(exe, { name: '合同.pdf', maxBytes: 1 << 20 })).rejects.toMatchObject({ code: 'storage.fileIsExecutable' })
  expect(await readdir(root, { recursive: true })).toEqual(['incoming'])
  const stored = await store.putUpload(aPdf(), { name: 'C:\\用户\\合同.pdf', maxBytes: 1 << 20 })
  expect(stored).toMatchObject({ name: '合同.pdf', kind: 'pdf', size: aPdf().length })
  expect(Buffer.from(await store.readFile(stored.id)).equals(aPdf())).toBe(true)
})
