import { problems } from '@yiwang/kernel'

export const directoryProblem = problems('directory', {
  notFound: 404,
  proposalNotFound: 404,
  notActive: 409,
  codeTaken: 409,
  alreadyReviewed: 409,
  reviewedByProposer: 403,
  beyondReach: 403,
  mainItemUnknown: 422,
  contentWrong: 422,
  proposalWrong: 422,
})

export const itemProblem = problems('item', {
  notFound: 404,
  revisionNotFound: 404,
  notInForce: 409,
  suspended: 409,
  withdrawn: 409,
  alreadyTaken: 409,
  revisionOpen: 409,
  notLawfulNow: 409,
  notYours: 403,
  elementNotYours: 403,
  ownApproval: 403,
  levelWrong: 422,
  incomplete: 422,
  materialsNotReviewed: 422,
  effectiveInPast: 422,
})

export const formProblem = problems('form', { notFound: 404, schemaWrong: 422 })
export const flowProblem = problems('flow', { notFound: 404, refused: 422, notProposed: 409, notApproved: 409, reviewedByDeployer: 403 })
export const manualProblem = problems('manual', { notFound: 404, incomplete: 422, notYours: 403 })

export const catalogueProblems = {
  ...directoryProblem.catalogue,
  ...itemProblem.catalogue,
  ...formProblem.catalogue,
  ...flowProblem.catalogue,
  ...manualProblem.catalogue,
}
