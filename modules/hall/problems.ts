import { problems } from '@yiwang/kernel'

export const problem = problems('appointment', {
  notFound: 404,
  suspensionNotFound: 404,
  exceptionNotFound: 404,
  notOffered: 409,
  counterDoesNotFit: 422,
  dayOutside: 422,
  noSuchSlot: 422,
  full: 409,
  alreadyBooked: 409,
  suspended: 409,
  notLawful: 409,
  tooLate: 409,
  numberInvalid: 422,
  outOfReach: 403,
  itemNotBookable: 409,
  slotsOverlap: 422,
  slotOutsideHours: 422,
  dayPast: 422,
})
