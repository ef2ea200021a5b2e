import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PageQuery, pageOf } from '@yiwang/kernel/contract'
import { Type } from 'typebox'
import {
  BaseCode,
  DirectoryEntry,
  DirectoryState,
  DivisionCode,
  EntryRow,
  EntryVersion,
  ImportResult,
  Level,
  Proposal,
  ProposalInput,
  ReasonInput,
} from '../contract.ts'
import { changeDirectory } from './change-directory.ts'
import { listEntries, useOfEntry } from './directory-queries.ts'
import { getEntry, listVersions } from './directory-store.ts'
import { enterDirectory } from './enter-directory.ts'
import { listProposals } from './proposal-store.ts'
import { approveDirectoryChange, returnDirectoryChange } from './review-directory.ts'

const tags = ['catalogue']
const EntryKey = Type.Object({ baseCode: BaseCode })
const ProposalKey = Type.Object({ id: Type.String({ format: 'uuid' }) })
const EntryQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  itemType: Type.Optional(Type.String({ minLength: 2, maxLength: 2 })),
  state: Type.Optional(DirectoryState),
  level: Type.Optional(Level),
  division: Type.Optional(DivisionCode),
  mainItem: Type.Optional(BaseCode),
  ...PageQuery,
})
const ProposalQuery = Type.Object({ state: Type.Optional(Proposal.properties.state), ...PageQuery })
const EntryUse = Type.Object({ ...DirectoryEntry.properties, implementations: Type.Integer(), behind: Type.Integer() })

/** The directory: open to read, kept by the establishment and legal departments. */
export const directoryRoutes: FastifyPluginAsyncTypebox = async (api) => {
  const look = { may: 'catalogue.look' }
  api.get(
    '/directory',
    {
      config: look,
      schema: {
        operationId: 'listDirectory',
        tags,
        summary: '目录清单',
        querystring: EntryQuery,
        response: { 200: pageOf(DirectoryEntry) },
      },
    },
    (request) => api.read(request, (desk) => listEntries(desk, request.query)),
  )
  api.get(
    '/directory/:baseCode',
    {
      config: look,
      schema: { operationId: 'getDirectoryEntry', tags, summary: '目录清单事项', params: EntryKey, response: { 200: EntryUse } },
    },
    (request) =>
      api.read(request, async ({ tx }) => ({
        ...(await getEntry(tx, request.params.baseCode)),
        ...(await useOfEntry(tx, request.params.baseCode)),
      })),
  )
  api.get(
    '/directory/:baseCode/versions',
    {
      config: { may: 'catalogue.lookWork' },
      schema: {
        operationId: 'listDirectoryVersions',
        tags,
        summary: '目录事项变更历史',
        params: EntryKey,
        response: { 200: Type.Array(EntryVersion) },
      },
    },
    (request) => api.read(request, ({ tx }) => listVersions(tx, request.params.baseCode)),
  )
  api.post(
    '/directory/import',
    {
      config: { may: 'catalogue.approveDirectory' },
      bodyLimit: 4_194_304,
      schema: {
        operationId: 'importDirectory',
        tags,
        summary: '统一清单库初始化',
        body: Type.Object({ rows: Type.Array(EntryRow, { minItems: 1, maxItems: 2000 }) }),
        response: { 200: ImportResult },
      },
    },
    (request) => api.perform(request, (act) => enterDirectory(act, request.body.rows)),
  )
  await api.register(proposalRoutes)
}

const proposalRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/directory-proposals',
    {
      config: { may: 'catalogue.keepDirectory' },
      schema: {
        operationId: 'listDirectoryProposals',
        tags,
        summary: '目录调整申请',
        querystring: ProposalQuery,
        response: { 200: pageOf(Proposal) },
      },
    },
    (request) => api.read(request, (desk) => listProposals(desk, request.query)),
  )
  api.post(
    '/directory-proposals',
    {
      config: { may: 'catalogue.keepDirectory' },
      schema: { operationId: 'proposeDirectoryChange', tags, summary: '提出目录调整', body: ProposalInput, response: { 200: Proposal } },
    },
    (request) => api.perform(request, (act) => changeDirectory(act, request.body)),
  )
  api.post(
    '/directory-proposals/:id/approval',
    {
      config: { may: 'catalogue.approveDirectory' },
      schema: {
        operationId: 'approveDirectoryChange',
        tags,
        summary: '目录调整审核通过',
        params: ProposalKey,
        body: ReasonInput,
        response: { 200: Proposal },
      },
    },
    (request) => api.perform(request, (act) => approveDirectoryChange(act, request.params.id, request.body)),
  )
  api.post(
    '/directory-proposals/:id/return',
    {
      config: { may: 'catalogue.approveDirectory' },
      schema: {
        operationId: 'returnDirectoryChange',
        tags,
        summary: '目录调整退回',
        params: ProposalKey,
        body: ReasonInput,
        response: { 200: Proposal },
      },
    },
    (request) => api.perform(request, (act) => returnDirectoryChange(act, request.params.id, request.body)),
  )
}
