import type { ServiceCase } from '@yiwang/cases/contract'

/** What every form of an act is given. */
export interface ActShape {
  serviceCase: ServiceCase
  onDone: () => void
  onCancel: () => void
}
