import { printable } from './characters.ts'
import { compile, nextTurn, theCompiler } from './compiler.ts'
import { toPng } from './raster.ts'

export type SealPicture = {
  /** Lines only, no fonts needed, transparent ground. */
  svg: string
  png: Uint8Array
  /** One page of 42 mm × 42 mm, to be placed into another PDF as a form. */
  pdf: Uint8Array
}

/**
 * The picture of a round administrative seal: name on the arc, star, an optional line (行政审批专用章). It always bears 演示专用, so that
 * nobody can mistake it for a real one; a body that goes live hands in the registered picture of its own seal.
 */
export async function sealPicture({ name, line = '' }: { name: string; line?: string }): Promise<SealPicture> {
  await nextTurn()
  const lost = new Set<string>()
  const seal = JSON.stringify({ name: printable(name, lost).slice(0, 60), line: printable(line, lost).slice(0, 24) })
  const document = compile('seal', { seal })
  const svg = theCompiler().plainSvg(document)
  const pdf = theCompiler().pdf(document, { pdfStandard: '1.7', creationTimestamp: 0, pdfTags: false })
  return { svg, png: await toPng(svg, 800), pdf: new Uint8Array(pdf) }
}
