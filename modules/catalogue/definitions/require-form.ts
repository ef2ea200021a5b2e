import { checkFormDefinition } from '@yiwang/forms'
import { formProblem as problem } from '../problems.ts'

/** A form must be sound in the dialect of @yiwang/forms. @throws form.schemaWrong naming the places. */
export function requireForm(schema: Readonly<Record<string, unknown>>): void {
  const faults = checkFormDefinition(schema)
  if (faults.length > 0) throw problem.schemaWrong({ findings: faults.slice(0, 50) })
}
