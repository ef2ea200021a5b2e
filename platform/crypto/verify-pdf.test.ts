import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { signPdf } from './pades.ts'
import { makeRevocationList } from './revocation-list.ts'
import type { Signer } from './signer.ts'
import { anAuthority } from './testing.ts'
import { packedPdf, paperPdf } from './testing-pdf.ts'
import { localTimeStamper } from './time-stamper.ts'
import { verifyPdf, type PdfReport } from './verify-pdf.ts'

const at = new Date('2026-06-01T08:00:00Z')
const now = new Date('2026-06-02T08:00:00Z')

let world: Awaited<ReturnType<typeof anAuthority>>
let signer: Signer
let signed: Buffer

beforeAll(async () => {
  world = await anAuthority('ecdsa-p256')
  signer = await world.issue()
  signed = await signPdf(paperPdf(), signer, { at })
})

const check = (pdf: Uint8Array): PdfReport => verifyPdf(pdf, { anchors: [world.root], now })

test('an untouched paper is valid, an unsigned one is unsigned, and no paper is unreadable', () => {
  expect(check(signed)).toMatchObject({ verdict: 'valid', problems: [] })
  expect(check(paperPdf())).toEqual({ verdict: 'unsigned', signatures: [], problems: [] })
  expect(check(Buffer.from('PK'))).toMatchObject({ verdict: 'unreadable', signatures: [] })
  expect(check(Buffer.of()).verdict).toBe('unreadable')
})

describe('changed bytes', () => {
  test('R3-46 a sealed paper verifies, and with a byte changed anywhere outside of the signature itself it never does', () => {
    expect(check(signed).verdict).toBe('valid')
    const from = signed.indexOf('/Contents <') + '/Contents <'.length
    const to = signed.indexOf('>', from)
    fc.assert(
      fc.property(fc.nat({ max: signed.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, mask) => {
        fc.pre(position < from || position >= to)
        const changed = Buffer.from(signed)
        changed.writeUInt8(changed.readUInt8(position) ^ mask, position)
        expect(check(changed).verdict).not.toBe('valid')
      }),
      { numRuns: 300 },
    )
  })

  test('a changed digit of the signature breaks it, and so does anything in the room left over', () => {
    const from = signed.indexOf('/Contents <') + '/Contents <'.length
    const to = signed.indexOf('>', from)
    for (const position of [to - 1, to - 100]) {
      const changed = Buffer.from(signed)
      changed.write('7', position, 'latin1')
      expect(check(changed)).toMatchObject({ verdict: 'altered', signatures: [{ problems: ['unreadableSignature'] }] })
    }
    const content = Buffer.from(signed)
    content.writeUInt8(content.readUInt8(3000) ^ 1, 3000)
    expect(check(content)).toMatchObject({ verdict: 'altered', signatures: [{ valid: false, problems: ['digestMismatch'] }] })
  })

  test('a file cut anywhere is not valid and never crashes or hangs the checker', () => {
    for (let length = 0; length < signed.length; length += 97) expect(check(signed.subarray(0, length)).verdict).not.toBe('valid')
  })

  test('the room behind the signature holds nothing but its own zeros', () => {
    const room = signed.indexOf('0'.repeat(200))
    expect(room).toBeGreaterThan(0)
    for (const blank of [0, 9, 10, 32]) {
      const content = Buffer.from(signed)
      content.writeUInt8(blank, room + 100)
      expect(check(content).verdict).toBe('altered')
    }
  })

  test('bytes mixed at random are reported, not thrown', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: signed.length - 1 }), fc.uint8Array({ minLength: 1, maxLength: 40 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (edits) => {
          const changed = Buffer.from(signed)
          for (const [position, bytes] of edits) changed.set(bytes.subarray(0, changed.length - position), position)
          const report = check(changed)
          expect(['unreadable', 'altered', 'unsigned', 'untrusted', 'valid']).toContain(report.verdict)
          expect(report.verdict !== 'valid' || changed.equals(signed)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('trust and time', () => {
  const stampedAt = (moment: Date) =>
    signPdf(paperPdf(), signer, { at: moment, timeStamper: localTimeStamper(world.timeStamp, () => moment) })
  const afterEnd = new Date('2029-06-01T00:00:00Z')

  test('under other anchors the paper is untrusted', async () => {
    const { root } = await anAuthority('ecdsa-p256')
    expect(verifyPdf(signed, { anchors: [root], now })).toMatchObject({ verdict: 'untrusted', signatures: [{ problems: ['untrusted'] }] })
  })

  test('once the certificate has ended, only a time stamp from before keeps the signature', async () => {
    const question = { anchors: [world.root], now: afterEnd }
    expect(verifyPdf(signed, question)).toMatchObject({ verdict: 'expired', signatures: [{ problems: ['expired'], stamped: false }] })
    expect(verifyPdf(signed, { ...question, signedAt: at }).verdict).toBe('valid')
    expect(verifyPdf(await stampedAt(at), question)).toMatchObject({ verdict: 'valid', signatures: [{ stamped: true, signedAt: at }] })
  })

  test('after a revocation, only a time stamp from before it keeps the signature', async () => {
    const revoked = [{ serial: signer.certificate.serial, at: new Date('2026-06-01T12:00:00Z'), reason: 'keyCompromise' as const }]
    const list = await makeRevocationList(world.authority, { number: 1, thisUpdate: at, nextUpdate: new Date('2026-07-01Z'), revoked })
    const question = { anchors: [world.root], now, revocationLists: [list] }
    expect(verifyPdf(signed, question)).toMatchObject({ verdict: 'revoked', signatures: [{ revocation: { reason: 'keyCompromise' } }] })
    expect(verifyPdf(await stampedAt(at), question).verdict).toBe('valid')
    expect(verifyPdf(await stampedAt(new Date('2026-06-01T13:00:00Z')), question).verdict).toBe('revoked')
  })

  test('a time stamp of an unknown authority, or from the future, proves nothing', async () => {
    const other = await anAuthority('ecdsa-p256')
    const foreign = await signPdf(paperPdf(), signer, { at, timeStamper: localTimeStamper(other.timeStamp, () => at) })
    expect(check(foreign)).toMatchObject({ verdict: 'untrusted', signatures: [{ problems: ['timeStampUntrusted'] }] })
    expect(verifyPdf(foreign, { anchors: [world.root], timeStampAnchors: [other.root], now }).verdict).toBe('valid')
    expect(check(await stampedAt(new Date('2026-08-01Z'))).verdict).toBe('untrusted')
  })

  test('where lists are required, their absence is told', () => {
    expect(verifyPdf(signed, { anchors: [world.root], now, revocation: 'required' })).toMatchObject({
      verdict: 'untrusted',
      signatures: [{ problems: ['revocationUnknown'] }],
    })
  })
})

test('large and deep files are answered within bounds', () => {
  const deep = Buffer.from(
    `%PDF-1.7\n1 0 obj\n${'['.repeat(1_000_000)}\nendobj\nxref\n1 1\n0000000009 00000 n \ntrailer <</Root 1 0 R>>\nstartxref\n1000024\n%%EOF`,
  )
  const sections = Buffer.from(`%PDF-1.7\n${'xref\n0 0\ntrailer <</Prev 9>>\n'.repeat(100_000)}startxref\n9\n%%EOF`)
  const from = performance.now()
  for (const file of [deep, sections, Buffer.alloc(20_000_000, '/ByteRange '), packedPdf(paperPdf())])
    expect(check(file).verdict).toMatch(/unreadable|unsigned/)
  expect(performance.now() - from).toBeLessThan(4000)
})
