import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { receivedPdf } from '@yiwang/seals'
import { CheckKey, FileVerdict, NumberVerdict } from './contract.ts'
import { verifyFile, verifyIdentifier } from './verify-licence.ts'

const tags = ['licences']

/** For anybody; limited, so that the library cannot be walked through. */
export const checkRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/licences/verification/:identifier',
    {
      config: { may: 'licences.check', rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        operationId: 'verifyLicence',
        tags,
        summary: '按标识或许可证编号核验电子证照',
        params: CheckKey,
        response: { 200: NumberVerdict },
      },
    },
    (request) =>
      api.read(request, async (desk) => ({
        ...(await verifyIdentifier(desk, request.params.identifier)),
        checkedAt: desk.now.toISOString(),
      })),
  )
  api.post(
    '/licences/verification',
    {
      config: { may: 'licences.check', rateLimit: { max: 10, timeWindow: 60_000 } },
      schema: {
        operationId: 'verifyLicenceFile',
        tags,
        summary: '核验电子证照文件',
        consumes: ['multipart/form-data'],
        response: { 200: FileVerdict },
      },
    },
    async (request) => verifyFile(api.work(request), await receivedPdf(request)),
  )
}
