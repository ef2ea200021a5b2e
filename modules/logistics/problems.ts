import { problems } from '@yiwang/kernel'

export const problem = problems('waybill', { notFound: 404, callbackForged: 401, refused: 502 })
