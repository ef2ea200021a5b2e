import { problems } from '@yiwang/kernel'

export const problem = problems('rating', {
  caseNotFound: 404,
  notFound: 404,
  tooEarly: 409,
  alreadyRated: 409,
  commentMissing: 422,
  tagsDoNotFit: 422,
  notLawful: 409,
  categoryMissing: 422,
})
