import { problems } from '@yiwang/kernel'

export const messageProblem = problems('message', { notFound: 404 })
export const deliveryProblem = problems('delivery', { notFound: 404, notFailed: 409, textForgotten: 409 })
