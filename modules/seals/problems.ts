import { problems } from '@yiwang/kernel'

export const problem = problems('seal', {
  notFound: 404,
  notLawful: 409,
  alreadyThere: 409,
  noSealInUse: 409,
  certificateNotGood: 409,
  authorityRefused: 502,
  ownApplication: 409,
  reasonMissing: 422,
  bodyOutOfReach: 403,
  fileMissing: 400,
})
