import { httpTimeStamper, readCertificates, readRevocationList, type Certificate, type RevocationList } from '@yiwang/crypto'
import { outsideService, type Clock } from '@yiwang/kernel'
import type { CertificateAuthority } from './events.ts'
import { problem } from './problems.ts'

/** Revocation lists are asked for again after this long; a seal reported lost is refused here that much later at the latest. */
const listsFreshFor = 60_000
const reasons = { keyCompromise: 'keyCompromise', cessationOfOperation: 'cessation' } as const

/** The certificate authority and time-stamping service of the sandbox over HTTP. */
export function sandboxAuthority({ url, clock }: { url: string; clock: Clock }): CertificateAuthority {
  const authority = outsideService({ name: '电子认证服务机构', url, clock })
  let anchors: Promise<readonly Certificate[]> | undefined
  let lists: { at: number; read: Promise<readonly RevocationList[]> } | undefined
  return {
    issue: async (request) => {
      const { status, body } = await authority.call('POST', '/ca/certificates', { request, purpose: 'seal' })
      if (status !== 201) throw problem.authorityRefused({ status })
      const { certificatePem, chainPem } = body as { certificatePem: string; chainPem: string }
      return { certificatePem, chainPem }
    },
    revoke: async (serial, reason) => {
      const { status } = await authority.call('POST', `/ca/certificates/${serial}/revocation`, { reason: reasons[reason] })
      if (status !== 200) throw problem.authorityRefused({ status })
    },
    anchors: () => {
      anchors ??= roots(url)
      anchors.catch(() => (anchors = undefined))
      return anchors
    },
    revocationLists: () => {
      const at = clock.now().getTime()
      if (!lists || at - lists.at > listsFreshFor) lists = { at, read: revocationLists(url) }
      lists.read.catch(() => (lists = undefined))
      return lists.read
    },
    timeStamper: httpTimeStamper(`${url}/ca/tsa`, 'ecdsa-p256'),
  }
}

async function roots(url: string): Promise<readonly Certificate[]> {
  return readCertificates(await (await get(url, '/ca/root')).text())
}

async function revocationLists(url: string): Promise<readonly RevocationList[]> {
  const answers = await Promise.all(['root', 'issuing'].map((level) => get(url, `/ca/crl/ecdsa-p256/${level}`)))
  return Promise.all(answers.map(async (answer) => readRevocationList(new Uint8Array(await answer.arrayBuffer()))))
}

async function get(url: string, path: string): Promise<Response> {
  const answer = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(5000), redirect: 'error' }).catch(() => undefined)
  if (!answer?.ok) throw problem.authorityRefused({ status: answer?.status ?? 0 })
  return answer
}
