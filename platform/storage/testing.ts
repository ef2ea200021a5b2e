// Files for tests, made byte by byte: honest ones, and the ingredients of hostile ones.
import { open } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

export function aPdf({ catalogue = '', objects = '', before = '', after = '' } = {}): Buffer {
  return Buffer.from(
    `${before}%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n${objects}xref\n0 4\ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n${after}`,
    'latin1',
  )
}

/** An object stream as PDF 1.5 writers make it, deflated. */
export function pdfObjectStream(content: string, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'): string {
  const packed = deflateSync(Buffer.from(`9 0 ${content}`, 'latin1')).toString('latin1')
  return `8 0 obj\n<< ${dictionary} /Length ${packed.length} >>\nstream\n${packed}\nendstream\nendobj\n`
}

export function aPng({ width = 600, height = 400, dpi = 0, after = '', text = '' } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const physical = Buffer.alloc(9)
  physical.writeUInt32BE(Math.round(dpi / 0.0254), 0)
  physical.writeUInt32BE(Math.round(dpi / 0.0254), 4)
  physical[8] = 1
  const chunks = [
    pngChunk('IHDR', header),
    ...(dpi > 0 ? [pngChunk('pHYs', physical)] : []),
    ...(text ? [pngChunk('tEXt', Buffer.from(`Comment\0${text}`))] : []),
  ]
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.alloc(16))),
    pngChunk('IEND', Buffer.alloc(0)),
    Buffer.from(after, 'latin1'),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export function aJpeg({ width = 600, height = 400, dpi = 300 } = {}): Buffer {
  const app0 = Buffer.from('ffe000104a46494600010101000000000000', 'hex')
  app0.writeUInt16BE(dpi, 12)
  app0.writeUInt16BE(dpi, 14)
  const frame = Buffer.from('ffc0000b080000000001011100', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    app0,
    frame,
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.alloc(64, 0x5a),
    Buffer.from('ffd9', 'hex'),
  ])
}

export function aZip(entries: Record<string, string | Uint8Array>): Buffer {
  const files = Object.fromEntries(
    Object.entries(entries).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  )
  return Buffer.from(zipSync(files))
}

export function aDocx(more: Record<string, string | Uint8Array> = {}): Buffer {
  return aZip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    ...more,
  })
}

/** A compound file with the given stream names in its directory. */
export function aCompoundFile(...streams: string[]): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1528),
    ...streams.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(64)])),
  ])
}

type Written = (this: unknown, data: Uint8Array) => Promise<void>

/** The disk of this process from now on: full after so many bytes more, until `free` is called. */
export async function aFullDisk(room = 0): Promise<{ free(): void }> {
  const handle = await open('/dev/null', 'r')
  const prototype = Object.getPrototypeOf(handle) as { writeFile: Written }
  await handle.close()
  const written = prototype.writeFile
  let left = room
  prototype.writeFile = async function bounded(data) {
    left -= data.length
    if (left < 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    return Reflect.apply(written, this, [data])
  }
  return { free: () => void (prototype.writeFile = written) }
}
