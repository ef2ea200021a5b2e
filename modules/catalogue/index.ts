export { catalogue } from './module.ts'
export type { ItemNews } from './events.ts'

export { enterDirectory } from './directory/enter-directory.ts'
export { getEntry } from './directory/directory-store.ts'

export { changeDirectory } from './directory/change-directory.ts'
export { approveDirectoryChange, returnDirectoryChange } from './directory/review-directory.ts'

export { draftImplementation } from './implementations/draft-implementation.ts'
export { changeDraft } from './implementations/change-draft.ts'
export { discardDraft, reviseImplementation } from './implementations/revise-implementation.ts'
export { approve, returnDraft, submitForApproval } from './implementations/approval.ts'
export { publish } from './implementations/publish.ts'
export { resumeItem, suspendItem, withdrawItem } from './implementations/suspension.ts'
export { getImplementation, getOpenImplementation, getPinnedRevision, getRevision } from './implementations/get-implementation.ts'

export { listItemsInReach } from './public/listing-queries.ts'

export { publishManual } from './manuals/publish-manual.ts'
export { findManualFor, manualOf } from './manuals/manual-of.ts'

export { publishForm } from './definitions/publish-form.ts'
export { formOf } from './definitions/form-store.ts'
export { approveFlow, deployFlow, returnFlow } from './definitions/deploy-flow.ts'
export { flowOf, type DeployedFlow } from './definitions/flow-store.ts'

export { feeFor, materialsFor, situationsFor, unanswered, type FeeInput } from './rules.ts'
