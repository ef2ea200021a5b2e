import type { Reactions } from '@yiwang/kernel'
import { countUse } from './public/use-store.ts'

/** What happens here when something happened elsewhere. */
export const catalogueReactions: Reactions = {
  'case.submitted': (act, { implementationCode }) => countUse(act, implementationCode),
}
