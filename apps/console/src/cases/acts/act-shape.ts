import type { ServiceCase } from '@yiwang/cases/contract'

/** What every form of an act is given. */
export interface ActShape {
  serviceCase: ServiceCase
  /** 审查要点 ticked off so far, kept with the step that ends in this act. */
  points?: readonly string[]
  onDone: () => void
  onCancel: () => void
}
