import {
  makeCertificateRequest,
  makeKeyPair,
  publicKeyPem,
  checkTrust,
  readCertificate,
  readCertificates,
  readRevocationList,
  signPdf,
  signerFromPem,
  httpTimeStamper,
  privateKeyPem,
  verifyPdf,
} from '@yiwang/crypto'
import { paperPdf } from '@yiwang/crypto/testing'
import Fastify, { type FastifyInstance } from 'fastify'
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { Problem } from '../problems.ts'
import type { IssuedCertificate } from './contract.ts'
import { caRoutes, type CaOptions } from './routes.ts'

const paper = paperPdf()
const folders: string[] = []
const servers: FastifyInstance[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function openCa(options: Partial<CaOptions> = {}) {
  let now = new Date('2026-03-02T01:00:00Z')
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } } })
  servers.push(app)
  app.setErrorHandler((error: Error & { validation?: unknown }, _request, reply) => {
    const problem = error instanceof Problem ? error : new Problem(error.validation === undefined ? 'sandbox.broken' : 'request.invalid')
    return reply.status(problem.status).send(problem.toJSON())
  })
  await app.register(caRoutes, { clock: { now: () => now }, ...options })
  const anchors = async () => [
    readCertificate((await app.inject('/ca/root')).body),
    readCertificate((await app.inject('/ca/root/sm2')).body),
  ]
  return {
    app,
    anchors,
    at: (moment: string) => void (now = new Date(moment)),
    now: () => now,
    issue: async (payload: object) => app.inject({ method: 'POST', url: '/ca/certificates', payload }),
    revoke: async (serial: string, reason?: string) =>
      app.inject({ method: 'POST', url: `/ca/certificates/${serial}/revocation`, payload: reason === undefined ? {} : { reason } }),
    list: async (path = '/ca/crl') => readRevocationList((await app.inject(path)).rawPayload),
  }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ca-'))
  folders.push(folder)
  return folder
}

const requestFor = (algorithm: 'sm2' | 'ecdsa-p256', commonName = '示范县行政审批局') => {
  const { privateKey } = makeKeyPair(algorithm)
  return {
    privateKey,
    request: makeCertificateRequest(privateKey, { country: 'CN', commonName, organisationIdentifier: '11100000000013338W' }),
  }
}

test.each(['ecdsa-p256', 'sm2'] as const)(
  'a body sends a request (%s) and gets a certificate that leads to the root',
  async (algorithm) => {
    const ca = await openCa({ publicUrl: () => 'http://ca.example' })
    const answer = await ca.issue({ request: requestFor(algorithm).request })
    expect(answer.statusCode).toBe(201)
    const issued = answer.json<IssuedCertificate>()
    const certificate = readCertificate(issued.certificatePem)
    expect(certificate).toMatchObject({
      subject: { commonName: '示范县行政审批局', organisationIdentifier: '11100000000013338W' },
      crlUrls: [`http://ca.example/ca/crl/${algorithm}/issuing`],
    })
    expect(
      checkTrust({ certificate, others: readCertificates(issued.chainPem), anchors: await ca.anchors(), at: ca.now() }).problems,
    ).toEqual([])
    expect((await ca.app.inject(`/ca/certificates/${issued.serial}`)).json()).toEqual({
      serial: issued.serial,
      subject: '示范县行政审批局',
      state: 'valid',
    })
  },
)

test('a public key held elsewhere gets its certificate for the name given', async () => {
  const ca = await openCa()
  const { publicKey } = makeKeyPair('sm2')
  const issued = (
    await ca.issue({ publicKey: publicKeyPem(publicKey), subject: { commonName: '张三' }, purpose: 'person' })
  ).json<IssuedCertificate>()
  expect(issued.algorithm).toBe('sm2')
  expect(readCertificate(issued.certificatePem).subject.commonName).toBe('张三')
})

test('a request for another’s key, garbage, a nameless or foreign key are refused and nothing is issued', async () => {
  const folder = aFolder()
  const ca = await openCa({ folder })
  const nameless = makeCertificateRequest(makeKeyPair('sm2').privateKey, { commonName: '' })
  for (const payload of [
    {},
    { request: 'x' },
    { request: nameless },
    { publicKey: 'x', subject: { commonName: 'x' } },
    { request: requestFor('sm2').request, purpose: 'authority' },
  ]) {
    expect((await ca.issue(payload)).json()).toMatchObject({ type: 'request.invalid', status: 400 })
  }
  expect(readdirSync(folder)).not.toContain('issued.jsonl')
})

test('a revoked certificate stands on the list with its moment and reason; a second revocation changes neither', async () => {
  const ca = await openCa()
  const { serial, certificatePem, chainPem } = (await ca.issue({ request: requestFor('ecdsa-p256').request })).json<IssuedCertificate>()
  const other = (await ca.issue({ request: requestFor('ecdsa-p256').request })).json<IssuedCertificate>()
  expect((await ca.list()).revocations.size).toBe(0)
  ca.at('2026-03-03T01:00:00Z')
  expect((await ca.revoke(serial, 'keyCompromise')).json()).toMatchObject({
    state: 'revoked',
    reason: 'keyCompromise',
    revokedAt: '2026-03-03T01:00:00.000Z',
  })
  ca.at('2026-03-04T01:00:00Z')
  expect((await ca.revoke(serial, 'cessation')).json()).toMatchObject({ reason: 'keyCompromise', revokedAt: '2026-03-03T01:00:00.000Z' })
  const list = await ca.list()
  expect([...list.revocations.keys()]).toEqual([serial])
  const ask = async (pem: string) => {
    const lists = [list, await ca.list('/ca/crl/ecdsa-p256/root')]
    return checkTrust({
      certificate: readCertificate(pem),
      others: readCertificates(chainPem),
      anchors: await ca.anchors(),
      at: ca.now(),
      revocationLists: lists,
      revocation: 'required',
    }).problems
  }
  expect(await ask(certificatePem)).toEqual(['revoked'])
  expect(await ask(other.certificatePem)).toEqual([])
  expect((await ca.list('/ca/crl/sm2/issuing')).revocations.size).toBe(0)
  expect((await ca.revoke('00ff')).statusCode).toBe(404)
})

test('keys and revocations survive a restart, also after a line cut short', async () => {
  const folder = aFolder()
  const first = await openCa({ folder })
  const { serial } = (await first.issue({ request: requestFor('sm2').request })).json<IssuedCertificate>()
  const [root] = await first.anchors()
  await first.revoke(serial)
  appendFileSync(join(folder, 'issued.jsonl'), '{"revoked":{"ser')
  const second = await openCa({ folder })
  expect((await second.anchors())[0]?.fingerprint).toBe(root?.fingerprint)
  expect((await second.app.inject(`/ca/certificates/${serial}`)).json()).toMatchObject({ state: 'revoked' })
  const { serial: next } = (await second.issue({ request: requestFor('sm2').request })).json<IssuedCertificate>()
  const third = await openCa({ folder })
  expect((await third.app.inject(`/ca/certificates/${next}`)).json()).toMatchObject({ state: 'valid' })
  expect(statSync(join(folder, 'keys', 'sm2', 'root.key')).mode & 0o077).toBe(0)
})

test('whoever the guard turns away neither issues nor revokes, but reads', async () => {
  const ca = await openCa({
    guard: async () => {
      throw new Problem('key.wrong')
    },
  })
  expect((await ca.issue({ request: requestFor('sm2').request })).statusCode).toBe(401)
  expect((await ca.revoke('00ff')).statusCode).toBe(401)
  expect((await ca.app.inject('/ca/crl')).statusCode).toBe(200)
})

test('a time-stamp query that cannot be read is refused in the protocol’s own words', async () => {
  const ca = await openCa()
  const answer = await ca.app.inject({
    method: 'POST',
    url: '/ca/tsa',
    headers: { 'content-type': 'application/timestamp-query' },
    payload: Buffer.from('x'),
  })
  expect(answer.headers['content-type']).toBe('application/timestamp-reply')
  expect(answer.rawPayload.subarray(0, 7).toString('hex')).toBe('30093007020102')
})

test.each(['ecdsa-p256', 'sm2'] as const)(
  'a paper sealed and stamped over HTTP (%s) is valid, and stays so after a later revocation',
  async (algorithm) => {
    const ca = await openCa()
    const address = await ca.app.listen({ port: 0, host: '127.0.0.1' })
    const { privateKey, request } = requestFor(algorithm)
    const issued = (await ca.issue({ request })).json<IssuedCertificate>()
    const signer = signerFromPem(privateKeyPem(privateKey), issued.certificatePem + issued.chainPem)
    const timeStamper = httpTimeStamper(`${address}/ca/tsa`, algorithm)
    const stamped = await signPdf(paper, signer, { at: ca.now(), timeStamper })
    const unstamped = await signPdf(paper, signer, { at: ca.now() })
    ca.at('2026-03-10T01:00:00Z')
    await ca.revoke(issued.serial, 'cessation')
    const question = { anchors: await ca.anchors(), now: ca.now(), revocationLists: [await ca.list(`/ca/crl/${algorithm}/issuing`)] }
    expect(verifyPdf(stamped, question)).toMatchObject({
      verdict: 'valid',
      signatures: [{ stamped: true, signedAt: new Date('2026-03-02T01:00:00Z') }],
    })
    expect(verifyPdf(unstamped, question).verdict).toBe('revoked')
  },
)
