import type { Work } from '@yiwang/kernel'
import { renderPaper, type PaperData, type TemplateName } from '@yiwang/papers'
import { papersToMake } from './document-queries.ts'
import { getFile, getPaper, notePaperMade, type FileRow, type PaperRow } from './document-store.ts'
import { keepFile } from './keep-file.ts'
import { withFileProblems } from './problems.ts'

const largestPaper = 10_000_000

/** The PDF of a paper, made now if nobody wanted it before. Sealing and storing happen outside any transaction. */
export async function paperFile(work: Work, paperId: string): Promise<{ paper: PaperRow; file: FileRow }> {
  const paper = await work.read(({ tx }) => getPaper(tx, paperId))
  const fileId = paper.fileId ?? (await makePaper(work, paper))
  return { paper, file: await work.read(({ tx }) => getFile(tx, fileId)) }
}

/** Of two who make it at once, the first counts and both get that one. */
async function makePaper(work: Work, paper: PaperRow): Promise<string> {
  const template = paper.kind as TemplateName
  const rendered = await renderPaper(template, paper.data as PaperData<typeof template>, { now: new Date(paper.issuedAt) })
  const pdf =
    paper.sealed && rendered.sealSpot
      ? await work.outside.sealPaper(work, {
          bodyCode: paper.bodyCode,
          pdf: rendered.pdf,
          spot: rendered.sealSpot,
          purpose: `${paper.title} ${paper.number}`,
        })
      : rendered.pdf
  const stored = await withFileProblems(work.outside.storage.putFile(pdf, { maxBytes: largestPaper }))
  return work.perform('documents.makePaper', async (act) => {
    const owner = paper.ownerAccount === null ? {} : { owner: paper.ownerAccount }
    const file = await keepFile(act, stored, {
      name: `${paper.title} ${paper.number}.pdf`,
      mediaType: 'application/pdf',
      trustLevel: 'A',
      origin: 'paper',
      ...owner,
    })
    if (await notePaperMade(act.tx, paper.id, file.id, act.now)) return file.id
    return (await getPaper(act.tx, paper.id)).fileId ?? file.id
  })
}

/** Makes what nobody has asked for yet; one that fails (a seal service that is down) does not stop the others. */
export async function makeWaitingPapers(work: Work): Promise<void> {
  const waiting = await work.read(({ tx }) => papersToMake(tx, 100))
  const failures: unknown[] = []
  for (const id of waiting) await paperFile(work, id).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${waiting.length} papers could not be made`)
}
