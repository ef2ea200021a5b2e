import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Implementation, ImplementationCode } from '../contract.ts'
import { getImplementation } from '../implementations/get-implementation.ts'

const look = { may: 'catalogue.look' }
const tags = ['catalogue']
const ItemKey = Type.Object({ implementationCode: ImplementationCode })

/** What everybody may read. */
export const publicRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/items/:implementationCode',
    { config: look, schema: { operationId: 'getItem', tags, summary: '办事指南', params: ItemKey, response: { 200: Implementation } } },
    (request) => api.read(request, ({ tx }) => getImplementation(tx, request.params.implementationCode)),
  )
}
