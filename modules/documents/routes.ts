import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageInput, type Desk } from '@yiwang/kernel'
import { Type } from 'typebox'
import { paperWithCode } from './check-paper.ts'
import { FileKey, FilePage, KeptFile, PaperFacts, PaperPage } from './contract.ts'
import { listMyFiles, listMyPapers } from './document-queries.ts'
import { getFile, getPaper, removeFromLibrary, type FileRow, type PaperRow } from './document-store.ts'
import { paperFile } from './make-paper.ts'
import { problem } from './problems.ts'
import { sendFile } from './send-file.ts'
import { keepUpload, receiveUpload } from './upload.ts'

const tags = ['documents']

export const documentRoutes: FastifyPluginAsyncTypebox = async (api) => {
  const own = { may: 'documents.own' }
  api.post(
    '/files',
    {
      config: { may: 'documents.upload' },
      schema: { operationId: 'uploadFile', tags, summary: '上传文件', consumes: ['multipart/form-data'], response: { 201: KeptFile } },
    },
    async (request, reply) => {
      const stored = await receiveUpload(api.work(request), await request.file())
      return reply.code(201).send(await api.perform(request, (act) => keepUpload(act, stored)))
    },
  )
  api.get(
    '/my/files',
    { config: own, schema: { operationId: 'listMyFiles', tags, summary: '我的文件', querystring: PageInput, response: { 200: FilePage } } },
    (request) => api.read(request, (desk) => listMyFiles(desk, request.query)),
  )
  api.delete(
    '/my/files/:id',
    {
      config: own,
      schema: { operationId: 'removeMyFile', tags, summary: '从我的文件中移除', params: FileKey, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await api.perform(request, async (act) => {
        if (!(await removeFromLibrary(act.tx, request.params.id, act.by.id))) throw problem.fileNotFound({ id: request.params.id })
      })
      return reply.code(204).send(null)
    },
  )
  api.get(
    '/files/:id',
    {
      config: own,
      schema: { operationId: 'getFile', tags, summary: '自己的一个文件', params: FileKey, response: { 200: KeptFile } },
    },
    (request) => api.read(request, (desk) => ownFile(desk, request.params.id)),
  )
  api.get(
    '/files/:id/content',
    { config: own, schema: { operationId: 'readFile', tags, summary: '读取自己的文件', params: FileKey } },
    async (request, reply) => {
      const file = await api.read(request, (desk) => ownFile(desk, request.params.id))
      return sendFile(api.work(request), reply, file)
    },
  )
  api.get(
    '/my/papers',
    {
      config: own,
      schema: { operationId: 'listMyPapers', tags, summary: '我的电子文书', querystring: PageInput, response: { 200: PaperPage } },
    },
    (request) => api.read(request, (desk) => listMyPapers(desk, request.query)),
  )
  api.get(
    '/my/papers/:id/content',
    { config: own, schema: { operationId: 'readMyPaper', tags, summary: '读取我的电子文书', params: FileKey } },
    async (request, reply) => {
      await api.read(request, (desk) => ownPaper(desk, request.params.id))
      const { file } = await paperFile(api.work(request), request.params.id)
      return sendFile(api.work(request), reply, file)
    },
  )
  api.get(
    '/papers/by-code/:auditCode',
    {
      config: { may: 'documents.check', rateLimit: { max: 30, timeWindow: 60_000 } },
      schema: {
        operationId: 'checkPaper',
        tags,
        summary: '按二维码核对文书',
        params: Type.Object({ auditCode: Type.String({ maxLength: 60 }) }),
        response: { 200: PaperFacts },
      },
    },
    (request) =>
      api.read(request, async ({ tx }) => {
        const paper = await paperWithCode(tx, request.params.auditCode)
        if (!paper) throw problem.paperNotFound()
        return paper
      }),
  )
}

/** Somebody else's file is as if it were not there. */
async function ownFile({ tx, by }: Desk, id: string): Promise<FileRow> {
  const file = await getFile(tx, id)
  if ((by.kind === 'user' ? file.ownerAccount : file.keptBy) !== by.id) throw problem.fileNotFound({ id })
  return file
}

async function ownPaper({ tx, by }: Desk, id: string): Promise<PaperRow> {
  const paper = await getPaper(tx, id)
  if (paper.ownerAccount !== by.id || paper.effect !== 'inForce') throw problem.paperNotFound({ id })
  return paper
}
