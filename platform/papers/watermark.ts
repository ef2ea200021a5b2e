import { fileURLToPath } from 'node:url'
import { printable } from './characters.ts'
import { compile, nextTurn, theCompiler } from './compiler.ts'
import { PaperProblem } from './problem.ts'

const mostPages = 500
let count = 0

/**
 * The same paper or picture as PDF with a text over each page (信息加注, the guide 五（一）3（2）). Letters of the original stay letters. Give it only files that
 * passed the check for uploads. Throws `papers.notReadable` where it cannot be shown and `papers.tooManyPages` past 500 pages.
 */
export async function addWatermark(
  file: { bytes: Uint8Array; kind: 'pdf' | 'png' | 'jpeg' },
  text: string,
  { now }: { now: Date },
): Promise<{ pdf: Uint8Array; pages: number }> {
  await nextTurn()
  const typst = theCompiler()
  const name = `incoming-${++count}.${file.kind === 'jpeg' ? 'jpg' : file.kind}`
  const path = fileURLToPath(new URL(`templates/${name}`, import.meta.url))
  typst.mapShadow(path, Buffer.from(file.bytes))
  try {
    if (file.kind !== 'pdf' && !isThere(name, 0)) throw new PaperProblem('papers.notReadable', {})
    const mark = { text: printable(text, new Set()), pdf: file.kind === 'pdf', pages: file.kind === 'pdf' ? pagesOf(name) : 1 }
    const document = compile('watermarked', { file: name, mark: JSON.stringify(mark) })
    const pdf = typst.pdf(document, { pdfStandard: '1.7', creationTimestamp: Math.floor(now.getTime() / 1000) })
    return { pdf: new Uint8Array(pdf), pages: mark.pages }
  } finally {
    typst.unmapShadow(path)
  }
}

/** Finds the last page by halving: the compiler says whether a page is there, but not how many there are. */
function pagesOf(file: string): number {
  if (!isThere(file, 1)) throw new PaperProblem('papers.notReadable', {})
  let known = 1
  let beyond = 2
  while (isThere(file, beyond)) {
    known = beyond
    beyond *= 2
    if (known > mostPages) throw new PaperProblem('papers.tooManyPages', { most: mostPages })
  }
  while (beyond - known > 1) {
    const middle = (known + beyond) >> 1
    if (isThere(file, middle)) known = middle
    else beyond = middle
  }
  if (known > mostPages) throw new PaperProblem('papers.tooManyPages', { most: mostPages })
  return known
}

/** Whether the file can be shown and has the page (0: it is a picture). */
function isThere(file: string, page: number): boolean {
  try {
    compile('one-page', { file, page: String(page) })
    return true
  } catch {
    return false
  }
}
