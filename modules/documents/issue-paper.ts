import { randomBytes } from 'node:crypto'
import { newId, type Act } from '@yiwang/kernel'
import { legalDay, makeUnifiedAuditCode } from '@yiwang/standards'
import type { PaperData } from '@yiwang/papers'
import { insertPaper, nextPaperSequence } from './document-store.ts'
import { paperNumber, type PaperKind } from './paper-kinds.ts'

/** What the paper's head takes from this act itself. */
type Given = 'issuer' | 'documentNumber' | 'verifyUrl' | 'issuedOn'

export interface PaperWish<K extends PaperKind> {
  kind: K
  /** `word` begins the document number (发文机关代字), `name` stands in the head and beside the seal. */
  body: { code: string; name: string; word: string }
  subject: { kind: string; key: string }
  owner?: string
  data: Omit<PaperData<K>, Given>
  /** Sealed where the law wants a seal (行政许可法 32: acceptance and refusal carry seal and date). */
  sealed: boolean
  /** Handed over only once the originals were seen (`changeEffect`): until then nobody can carry it. */
  pending?: boolean
}

export interface IssuedPaper {
  id: string
  number: string
  /** 统一审核编码 of the QR code. */
  auditCode: string
}

/** Issuing a paper (出具电子文书): number and content are fixed now; the PDF follows from them. */
export async function issuePaper<K extends PaperKind>(act: Act, wish: PaperWish<K>): Promise<IssuedPaper> {
  const issuedOn = legalDay(act.now)
  const number = paperNumber(wish.kind, wish.body.word, Number(issuedOn.slice(0, 4)), await nextPaperSequence(act.tx))
  const auditCode = makeUnifiedAuditCode(randomBytes(16))
  const id = newId()
  const head = { issuer: wish.body.name, documentNumber: number, verifyUrl: `${act.settings.publicUrl}/verify?code=${auditCode}`, issuedOn }
  await insertPaper(act.tx, {
    id,
    number,
    auditCode,
    kind: wish.kind,
    bodyCode: wish.body.code,
    bodyName: wish.body.name,
    subject: wish.subject,
    ownerAccount: wish.owner ?? null,
    data: { ...wish.data, ...head },
    sealed: wish.sealed,
    effect: wish.pending ? 'pending' : 'inForce',
    issuedAt: act.now,
  })
  return { id, number, auditCode }
}
