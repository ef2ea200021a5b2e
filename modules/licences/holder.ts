import { parsePersonId, parseUscc } from '@yiwang/standards'
import type { HolderKind } from './contract.ts'
import { problem } from './problems.ts'

/** The number by which a holder is found (七（一）2（2）): identity number or credit code, in its one form. @throws licence.holderInvalid */
export function holderNumber({ kind, number }: { kind: HolderKind; number: string }): string {
  if (kind === 'person') {
    const person = parsePersonId(number)
    if (person.ok) return person.value.number
  } else {
    const organisation = parseUscc(number)
    if (organisation.ok) return organisation.value.code
  }
  throw problem.holderInvalid({ kind })
}
