import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { certificatePem } from './certificate.ts'
import { checkCms } from './check-cms.ts'
import { readCms, signCms } from './cms.ts'
import { oids } from './oids.ts'
import { askJudge, hasJudge } from './outside-judge.ts'
import { CryptoProblem } from './problems.ts'
import { digestBy } from './signature-algorithms.ts'
import { anAuthority } from './testing.ts'
import {
  checkTimeStamp,
  makeTimeStampRequest,
  makeTimeStampResponse,
  readTimeStampRequest,
  refuseTimeStamp,
  tokenFrom,
} from './time-stamp.ts'
import { httpTimeStamper, localTimeStamper } from './time-stamper.ts'
import { checkTrust } from './trust.ts'

const at = new Date('2026-06-01T08:30:00Z')
const data = Buffer.from('signature value')

test.each(['sm2', 'ecdsa-p256'] as const)('a stamp (%s) proves the moment for its data and for no other', async (algorithm) => {
  const { timeStamp, root } = await anAuthority(algorithm)
  const token = await localTimeStamper(timeStamp, () => at)(data)
  const stamp = checkTimeStamp(token, data)
  expect(stamp.at).toEqual(at)
  expect(
    checkTrust({ certificate: stamp.certificate, others: stamp.certificates, anchors: [root], at, use: 'timeStamp' }).problems,
  ).toEqual([])
  expect(() => checkTimeStamp(token, Buffer.from('other'))).toThrow('stamps something else')
})

test('an answer to another question, a refusal and garbage are no stamps', async () => {
  const { timeStamp } = await anAuthority('ecdsa-p256')
  const [ours, theirs] = [makeTimeStampRequest(data, 'ecdsa-p256'), makeTimeStampRequest(data, 'ecdsa-p256')]
  const response = await makeTimeStampResponse(timeStamp, theirs.request, at)
  expect(tokenFrom(response, theirs.request).length).toBeGreaterThan(100)
  expect(() => tokenFrom(response, ours.request)).toThrow('another request')
  expect(() => tokenFrom(response, { ...theirs.request, digest: Buffer.alloc(32) })).toThrow('something else')
  expect(() => tokenFrom(refuseTimeStamp(), ours.request)).toThrow('not granted')
  for (const bytes of [Buffer.of(), Buffer.alloc(50, 0x30), Buffer.from('3000', 'hex')]) {
    expect(() => readTimeStampRequest(bytes)).toThrow(CryptoProblem)
    expect(() => checkTimeStamp(bytes, data)).toThrow(CryptoProblem)
  }
})

test('an ordinary signature is no time stamp, even over the same structure', async () => {
  const signer = await (await anAuthority('ecdsa-p256')).issue()
  const cms = await signCms(signer, { contentDigest: digestBy(oids.sha256, data) ?? Buffer.of(), content: data })
  expect(() => checkTimeStamp(cms, data)).toThrow('no time stamp inside')
})

test('a stamp travels in the unsigned attributes of the signature it is for', async () => {
  const { timeStamp, issue } = await anAuthority('ecdsa-p256')
  const signer = await issue()
  const cms = readCms(
    await signCms(signer, {
      contentDigest: digestBy(oids.sha256, data) ?? Buffer.of(),
      timeStamper: localTimeStamper(timeStamp, () => at),
    }),
  )
  expect(checkCms(cms, [data]).problems).toEqual([])
  expect(checkTimeStamp(cms.signer.unsigned.get(oids.timeStampToken)?.raw ?? Buffer.of(), cms.signer.signature).at).toEqual(at)
})

/** An answer without an end. */
function pour(response: ServerResponse): void {
  const more = () => response.write(Buffer.alloc(65_536), (broken) => (broken ? undefined : more()))
  more()
}

test('an authority is asked over HTTP, and its refusal or silence is a typed problem', async () => {
  const { timeStamp } = await anAuthority('ecdsa-p256')
  const server = createServer((request, response) => {
    request.on('data', (body: Buffer) => {
      if (request.url === '/refuses') response.end(refuseTimeStamp())
      else if (request.url === '/breaks') response.writeHead(500).end()
      else if (request.url === '/pours') pour(response)
      else if (request.url === '/hangs-up') response.writeHead(200, { 'content-length': 10 }).write('x', () => response.destroy())
      else void makeTimeStampResponse(timeStamp, readTimeStampRequest(body), at).then((answer) => response.end(answer))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(checkTimeStamp(await httpTimeStamper(base, 'ecdsa-p256')(data), data).at).toEqual(at)
  await expect(httpTimeStamper(`${base}/refuses`, 'ecdsa-p256')(data)).rejects.toThrow('not granted')
  await expect(httpTimeStamper(`${base}/breaks`, 'ecdsa-p256')(data)).rejects.toThrow('status 500')
  await expect(httpTimeStamper(`${base}/pours`, 'ecdsa-p256')(data)).rejects.toThrow('answer too large')
  await expect(httpTimeStamper(`${base}/hangs-up`, 'ecdsa-p256')(data)).rejects.toThrow('does not answer')
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  await expect(httpTimeStamper(base, 'ecdsa-p256')(data)).rejects.toMatchObject({ code: 'badTimeStamp' })
})

describe.runIf(hasJudge('openssl'))('openssl as judge of time stamps', () => {
  test('openssl reads our request and verifies our response to its own', async () => {
    const { timeStamp, root, authority } = await anAuthority('ecdsa-p256')
    const { der } = makeTimeStampRequest(data, 'ecdsa-p256')
    expect(askJudge('openssl', ['ts', '-query', '-in', 'q', '-text'], { q: der }).output).toContain('Certificate required: yes')
    const made = askJudge('openssl', ['ts', '-query', '-data', 'data', '-sha256', '-cert'], { data })
    const response = await makeTimeStampResponse(
      timeStamp,
      readTimeStampRequest(Buffer.from(made.output, 'latin1').subarray(0, 2 + made.output.charCodeAt(1))),
      at,
    )
    const files = { data, r: response, 'root.pem': certificatePem(root), 'ca.pem': certificatePem(authority.certificate), other: 'x' }
    const ask = (text: string) =>
      askJudge(
        'openssl',
        ['ts', '-verify', '-data', text, '-in', 'r', '-CAfile', 'root.pem', '-untrusted', 'ca.pem', '-attime', '1780000000'],
        files,
      )
    expect(ask('data').output).toContain('Verification: OK')
    expect(ask('other').output).toContain('Verification: FAILED')
  })
})
