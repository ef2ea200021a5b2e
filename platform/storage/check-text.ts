import type { FileKind } from './file-kinds.ts'
import { FileProblem } from './problem.ts'
import { contains } from './read-part.ts'
import type { OpenedFile } from './read-part.ts'

const scripting = [
  '<script',
  'javascript:',
  '<foreignobject',
  '<iframe',
  '<embed',
  '<object',
  '<!entity',
  'vbscript:',
  'xlink:href="http',
  "xlink:href='http",
  '<handler',
  '<set ',
]

/** Plain text must be text to its end (UTF-8 or GB 18030); SVG and HTML, where allowed at all, must not act. */
export async function checkText(file: OpenedFile, kind: FileKind): Promise<void> {
  if (await contains(file, ['\0'])) throw new FileProblem('fileNotWhatItsNameSays', { what: 'not text' })
  if (kind !== 'svg' && kind !== 'html') return checkEncoding(file)
  const found = await contains(file, scripting)
  if (found) throw new FileProblem('fileHasActiveContent', { what: found })
  const text = (await file.part(0, file.size)).toString('utf8')
  if (/[\s"'/]on[a-z]{3,}\s*=/i.test(text)) throw new FileProblem('fileHasActiveContent', { what: 'event handler' })
}

async function checkEncoding(file: OpenedFile): Promise<void> {
  const bytes = await file.part(0, file.size)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return
    } catch {
      continue
    }
  }
  throw new FileProblem('fileNotWhatItsNameSays', { what: 'not text' })
}
