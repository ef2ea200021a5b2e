import { certificatePem } from '@yiwang/crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Clock } from '../world.ts'
import { openAuthority } from './ca.ts'
import { AlgorithmKey, CertificateState, CertificateWanted, IssuedCertificate, ListKey, RevocationWanted, SerialKey } from './contract.ts'

export type CaOptions = {
  /** Keys and the book of issued certificates; without it everything is forgotten at the end. */
  folder?: string
  clock: Clock
  /** Where others reach this server; the certificates then name their revocation list. */
  publicUrl?: () => string
  /** Looked at before a certificate is issued or revoked; reading, lists and time stamps are for everybody. */
  guard?: (request: FastifyRequest) => Promise<void>
}

/** The certificate authority and time-stamping service of the sandbox: `app.register(caRoutes, { folder, clock })`. */
export const caRoutes: FastifyPluginAsyncTypebox<CaOptions> = async (api, { folder, clock, publicUrl, guard }) => {
  const authority = openAuthority({ folder, clock, crlUrl: publicUrl && (() => `${publicUrl()}/ca/crl`) })
  const guarded = guard === undefined ? {} : { preValidation: guard }
  api.addContentTypeParser('application/timestamp-query', { parseAs: 'buffer', bodyLimit: 16 * 1024 }, (_request, body, done) =>
    done(null, body),
  )

  api.post(
    '/ca/certificates',
    { ...guarded, schema: { body: CertificateWanted, response: { 201: IssuedCertificate } } },
    async ({ body }, reply) => reply.status(201).send(await authority.issue(body)),
  )
  api.get('/ca/certificates/:serial', { schema: { params: SerialKey, response: { 200: CertificateState } } }, ({ params }) =>
    authority.state(params.serial),
  )
  api.post(
    '/ca/certificates/:serial/revocation',
    { ...guarded, schema: { params: SerialKey, body: RevocationWanted, response: { 200: CertificateState } } },
    ({ params, body }) => authority.revoke(params.serial, body.reason ?? 'unspecified'),
  )
  api.get('/ca/crl', async (_request, reply) =>
    reply.type('application/pkix-crl').send(await authority.revocationList('ecdsa-p256', 'issuing')),
  )
  api.get('/ca/crl/:algorithm/:level', { schema: { params: ListKey } }, async ({ params }, reply) =>
    reply.type('application/pkix-crl').send(await authority.revocationList(params.algorithm, params.level)),
  )
  api.get('/ca/root', async (_request, reply) =>
    reply.type('application/x-pem-file').send(certificatePem(await authority.root('ecdsa-p256'))),
  )
  api.get('/ca/root/:algorithm', { schema: { params: AlgorithmKey } }, async ({ params }, reply) =>
    reply.type('application/x-pem-file').send(certificatePem(await authority.root(params.algorithm))),
  )
  api.post('/ca/tsa', { schema: { body: Type.Unknown() } }, async ({ body }, reply) =>
    reply.type('application/timestamp-reply').send(await authority.stamp(Buffer.isBuffer(body) ? body : Buffer.of())),
  )
}
