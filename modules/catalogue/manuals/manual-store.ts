import type { Act, Tx } from '@yiwang/kernel'
import { legalDay } from '@yiwang/standards'
import type { Implementation, ManualContent, ReviewManual } from '../contract.ts'
import { manualProblem as problem } from '../problems.ts'

interface Stored {
  version: number
  content: ManualContent
  basedOn: string
  publishedAt: string
}

export async function findManual(tx: Tx, implementationCode: string): Promise<Stored | undefined> {
  const row = await tx
    .selectFrom('catalogue.review_manual')
    .select(['version', 'content', 'based_on as basedOn', 'published_at as publishedAt'])
    .where('implementation_code', '=', implementationCode)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (row as Stored)
}

export async function insertManual(act: Act, implementation: Implementation, version: number, content: ManualContent): Promise<void> {
  await act.tx
    .insertInto('catalogue.review_manual')
    .values({
      implementation_code: implementation.implementationCode,
      version,
      content: JSON.stringify(content),
      based_on: implementation.revisionId,
      published_by: act.by.id,
      published_at: act.now,
    })
    .execute()
}

/** The newest manual, joined with what it takes from the implementation. @throws manual.notFound */
export async function getManual(tx: Tx, implementation: Implementation): Promise<ReviewManual> {
  const stored = await findManual(tx, implementation.implementationCode)
  if (!stored) throw problem.notFound()
  const { version, content, basedOn, publishedAt } = stored
  const behind = basedOn !== implementation.revisionId
  return { ...wholeManual(implementation, content), version, behind, publishedOn: legalDay(new Date(publishedAt)) }
}

export function wholeManual(item: Implementation, content: ManualContent): Omit<ReviewManual, 'version' | 'behind' | 'publishedOn'> {
  return { implementationCode: item.implementationCode, basics: basicsOf(item), ...content, fees: feesOf(item) }
}

function basicsOf(item: Implementation): ReviewManual['basics'] {
  const { name, implementingCode, bodyName, audiences, consultationPhone, complaintPhone, handlingForms } = item
  const limits = {
    ...(item.statutoryLimit ? { statutoryLimit: item.statutoryLimit } : {}),
    ...(item.committedLimit ? { committedLimit: item.committedLimit } : {}),
  }
  const jointBodies = item.jointBodies.map((body) => body.name)
  return { name, implementingCode, bodyName, jointBodies, audiences, ...limits, consultationPhone, complaintPhone, handlingForms }
}

function feesOf({ fees }: Implementation): ReviewManual['fees'] {
  if (!fees.charged) return { charged: false, words: '本事项不收费', standards: [], basis: [] }
  return {
    charged: true,
    words: fees.note ?? '按收费标准收取',
    standards: fees.standards,
    basis: fees.basis.map(({ title, number }) => (number ? `${title}（${number}）` : title)),
    ...(fees.stage ? { stage: fees.stage } : {}),
    ...(fees.payAt ? { payAt: fees.payAt } : {}),
  }
}
