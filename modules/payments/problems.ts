import { problems } from '@yiwang/kernel'

export const problem = problems('payment', {
  notFound: 404,
  notDue: 409,
  notPaid: 409,
  nothingOwed: 422,
  refundTooMuch: 422,
  callbackForged: 401,
  refused: 502,
  discrepancyNotFound: 404,
  discrepancyMended: 409,
  nothingToAsk: 409,
})
