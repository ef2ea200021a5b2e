import { specialProcedureKind, specialProcedures, type Limit } from '@yiwang/standards'
import type { CaseRecord } from './case-record.ts'
import type { Allowed } from './contract.ts'
import type { CaseItem } from './item.ts'

/** 行政许可法 42: ten more days with the head's approval, unless the item's own law says otherwise. */
const lawfulExtension = 10

/**
 * What an examiner may ask for or start in a case, by its item and the law (特别程序, 延期): the same for the refusal and for the screen. 延长审批
 * (kind A) is no procedure to be started: it is the extension, asked for and granted.
 */
export function allowedIn(
  item: Pick<CaseItem, 'procedures' | 'extension'>,
  found: Pick<CaseRecord, 'committedLimit' | 'statutoryLimit'>,
): Allowed {
  const own = item.procedures.filter(({ kind }) => kind === 'B').map(({ name }) => name)
  const known = specialProcedures.filter(({ kind }) => kind === 'B').map(({ name }) => name)
  const free = item.procedures.length === 0
  return { procedures: free ? known : own, otherProcedures: free, ...extensionOf(item, found) }
}

/** In the unit of the limit it lengthens; an extension the item says in another unit does not hold, the law's own does. */
function extensionOf(
  { extension }: Pick<CaseItem, 'extension'>,
  { committedLimit, statutoryLimit }: Pick<CaseRecord, 'committedLimit' | 'statutoryLimit'>,
): Pick<Allowed, 'extension'> {
  const limit: Limit | undefined = committedLimit ?? statutoryLimit
  if (!limit) return {}
  const { unit } = limit
  return { extension: { most: extension?.unit === unit ? extension.value : lawfulExtension, unit } }
}

/** Whether a procedure of this name may be started, and as what it counts. */
export function procedureKind({ procedures }: Pick<CaseItem, 'procedures'>, name: string): 'A' | 'B' | undefined {
  const own = procedures.find((procedure) => procedure.name === name)
  if (own || procedures.length === 0) return own?.kind ?? specialProcedureKind(name)
  return specialProcedureKind(name) === 'A' ? 'A' : undefined
}
