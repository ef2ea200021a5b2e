import { check } from './check.ts'
import type { CheckOptions } from './check.ts'
import type { CheckProblem } from './check-problems.ts'
import type { Definition } from './definition.ts'
import type { Diagram } from './diagram.ts'
import { link } from './link.ts'
import type { Library } from './link.ts'
import { parse } from './parse.ts'

export type Deployment = { ok: true; definition: Definition; diagram?: Diagram } | { ok: false; problems: CheckProblem[] }
export type DeployOptions = CheckOptions & { version: number; library?: Library }

/** Reads, checks and links a flow. Only what comes back `ok` may be stored and run. */
export async function deploy(xml: string, { version, library = () => undefined, ...options }: DeployOptions): Promise<Deployment> {
  const { definition: read, diagram, problems } = await parse(xml, version)
  const { definition, problems: unlinked } = link(read, library)
  const all = [...problems, ...(problems.some(({ code }) => code === 'processMissing') ? [] : check(read, options)), ...unlinked]
  if (all.length > 0) return { ok: false, problems: all }
  return diagram ? { ok: true, definition, diagram } : { ok: true, definition }
}
