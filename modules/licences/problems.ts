import { problems } from '@yiwang/kernel'

export const problem = problems('licence', {
  notFound: 404,
  typeNotFound: 404,
  typeUnlawful: 409,
  typeUnsound: 422,
  typeDraftThere: 409,
  faceInvalid: 422,
  validityInvalid: 422,
  holderInvalid: 422,
  holderNotForeseen: 422,
  issuerNotAllowed: 403,
  numberTaken: 409,
  subjectTaken: 409,
  notLawful: 409,
  notMade: 409,
  notInForce: 409,
  copyDayInvalid: 422,
  annualCheckThere: 409,
  nothingChanged: 422,
  versionsExhausted: 409,
  noneToSupersede: 409,
})
