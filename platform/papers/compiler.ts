import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from './fonts.ts'
import { PaperProblem } from './problem.ts'

let compiler: NodeCompiler | undefined

/** One compiler for the process: it keeps fonts and parsed templates. Its calls run to their end on this thread, so papers cannot mix. */
export function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: fileURLToPath(new URL('templates', import.meta.url)),
    fontArgs: [{ fontPaths: fontFolders }],
  })
  return compiler
}

/**
 * Lets others have the thread before the next paper is laid out. It also lets go of the last one: documents are freed by finalizers that
 * Node runs between turns, so a loop of papers that never yields would keep them all (measured: 1.1 MB each).
 */
export const nextTurn = (): Promise<void> => setImmediate()

/** Compiles a template of the folder; what it shows comes in as `sys.inputs`, which Typst reads as values and never as markup. */
export function compile(template: string, inputs: Record<string, string>): NodeTypstDocument {
  const typst = theCompiler()
  const outcome = typst.compile({ mainFilePath: fileURLToPath(new URL(`templates/${template}.typ`, import.meta.url)), inputs })
  // Every paper differs, so what was memoised for it is dead weight: without the sweep memory grows without end.
  typst.evictCache(2)
  const document = outcome.result
  if (document) return document
  const diagnostics = outcome.takeDiagnostics()
  throw new PaperProblem('papers.notRendered', { template, diagnostics: diagnostics ? typst.fetchDiagnostics(diagnostics) : [] })
}
