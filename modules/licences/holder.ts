import { isPersonId, isUscc, normalisePersonId, normaliseUscc } from '@yiwang/standards'
import type { HolderKind } from './contract.ts'
import { problem } from './problems.ts'

/** The number by which a holder is found (七（一）2（2）): identity number or credit code. @throws licence.holderInvalid */
export function holderNumber({ kind, number }: { kind: HolderKind; number: string }): string {
  const normal = kind === 'person' ? normalisePersonId(number) : normaliseUscc(number)
  if (!(kind === 'person' ? isPersonId(normal) : isUscc(normal))) throw problem.holderInvalid({ kind })
  return normal
}
