// By hand: node platform/crypto/bench.ts — prints how many a second one process does.
import { makeKeyPair } from './keys.ts'
import { signPdf } from './pades.ts'
import { sm2Sign, sm2Verify } from './sm2.ts'
import { sm3 } from './sm3.ts'
import { anAuthority } from './testing.ts'
import { paperPdf, sealPdf } from './testing-pdf.ts'
import { localTimeStamper } from './time-stamper.ts'
import { verifyPdf } from './verify-pdf.ts'

async function measure(what: string, times: number, act: () => unknown): Promise<void> {
  for (let warm = 0; warm < 15; warm += 1) await act()
  const from = performance.now()
  for (let time = 0; time < times; time += 1) await act()
  console.log(`${what.padEnd(60)} ${Math.round((times * 1000) / (performance.now() - from))}/s`)
}

const at = new Date('2026-06-01T08:00:00Z')
const message = Buffer.alloc(1000, 1)
const pair = makeKeyPair('sm2')
const signature = sm2Sign(message, pair.privateKey)
await measure('SM3 of 50 kB', 2000, () => sm3(Buffer.alloc(50_000)))
await measure('SM2 sign', 1000, () => sm2Sign(message, pair.privateKey))
await measure('SM2 verify, key seen often', 1000, () => sm2Verify(message, signature, pair.publicKey))
await measure('SM2 verify, key seen for the first time', 200, () => {
  const fresh = makeKeyPair('sm2')
  return sm2Verify(message, signature, fresh.publicKey)
})
for (const algorithm of ['ecdsa-p256', 'sm2'] as const) {
  const { root, issue, timeStamp } = await anAuthority(algorithm)
  const signer = await issue()
  const timeStamper = localTimeStamper(timeStamp, () => at)
  const appearance = { place: { page: 1, x: 200, y: 60, width: 119, height: 119 }, picture: { kind: 'pdf', bytes: sealPdf() } } as const
  const signed = await signPdf(paperPdf(), signer, { at, timeStamper, appearance })
  await measure(`PAdES B-B with seal, ${algorithm}`, 300, () => signPdf(paperPdf(), signer, { at, appearance }))
  await measure(`PAdES B-T with seal, stamped in process, ${algorithm}`, 300, () =>
    signPdf(paperPdf(), signer, { at, timeStamper, appearance }),
  )
  await measure(`verify one B-T paper, ${algorithm}`, 200, () => verifyPdf(signed, { anchors: [root], now: at }))
}
