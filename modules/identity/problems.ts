import { problems } from '@yiwang/kernel'

export const problem = problems('identity', {
  idNumberWrong: 422,
  usccWrong: 422,
  minor: 422,
  realNameFailed: 422,
  organisationFailed: 422,
  cardFailed: 422,
  alreadyRegistered: 409,
  phoneTaken: 409,
  codeWrong: 422,
  codeTooSoon: 429,
  codeTooMany: 429,
  passwordTooCommon: 422,
  signInFailed: 401,
  signInLocked: 429,
  secondFactorNeeded: 401,
  notFound: 404,
  levelReached: 409,
  loginNameTaken: 409,
  ownLogin: 409,
  onlyPersons: 422,
})
