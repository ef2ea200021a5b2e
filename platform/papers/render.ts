import { legalDay } from '@yiwang/standards'
import { compile, nextTurn, theCompiler } from './compiler.ts'
import { guillocheFrame } from './guilloche.ts'
import { checkPaperData, writeOut } from './paper-data.ts'
import type { Printed } from './paper-data.ts'
import { qrSvg } from './qr.ts'
import { templates } from './templates.ts'
import type { PaperData, TemplateName } from './templates.ts'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** Where the seal goes: a square on a page (from 1), its lower left corner in points from the page's lower left, as a PDF /Rect wants it. */
export type SealSpot = { page: number; x: number; y: number; width: number; height: number }

export type Paper = {
  pdf: Uint8Array
  pages: number
  /** null where the paper bears no seal. */
  sealSpot: SealSpot | null
  /** Characters no font of ours can print, as U+XXXX; each stands on the paper as 〓. */
  substituted: string[]
}

/**
 * Renders a paper as PDF/A-2a with the fonts embedded. The same data and moment give the same bytes.
 * Throws `InvalidPaperData` where the data does not fit the template.
 */
export async function renderPaper<T extends TemplateName>(template: T, data: PaperData<T>, { now }: { now: Date }): Promise<Paper> {
  await nextTurn()
  const { document, substituted } = composePaper(template, data, now)
  const pdf = theCompiler().pdf(document, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(now.getTime() / 1000) })
  return { pdf: new Uint8Array(pdf), pages: document.numOfPages, sealSpot: sealSpotOf(document), substituted }
}

/** Checks the data and lays the paper out, for PDF and for screens. */
export function composePaper(template: TemplateName, data: unknown, now: Date): { document: NodeTypstDocument; substituted: string[] } {
  checkPaperData(template, data)
  const { title, data: shape } = templates[template]
  const substituted = new Set<string>()
  const written = writeOut(shape, { issuedOn: legalDay(now), ...(data as object) }, substituted)
  const inputs: Record<string, string> = {
    paper: JSON.stringify({ title, ...(written as Record<string, Printed>) }),
    qr: qrSvg((data as { verifyUrl: string }).verifyUrl, { quiet: 0 }),
  }
  if (template === 'certificate') {
    const { layout, colour } = data as PaperData<'certificate'>
    inputs['frame'] = guillocheFrame(layout, colour)
  }
  return { document: compile(template, inputs), substituted: [...substituted] }
}

function sealSpotOf(document: NodeTypstDocument): SealSpot | null {
  const [spot] = theCompiler().query(document, { selector: '<seal>', field: 'value' }) as {
    page: number
    x: string
    top: string
    side: string
    height: string
  }[]
  if (!spot) return null
  const [x, top, side, height] = [spot.x, spot.top, spot.side, spot.height].map((length) => Number.parseFloat(length)) as [
    number,
    number,
    number,
    number,
  ]
  return { page: spot.page, x: round(x), y: round(height - top - side), width: side, height: side }
}

function round(points: number): number {
  return Math.round(points * 100) / 100
}
