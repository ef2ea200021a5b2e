import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import {
  ApprovalInput,
  DraftInput,
  ElementChange,
  ImplementationCode,
  ItemState,
  PublishInput,
  ReasonInput,
  Revision,
  type ElementChange as Change,
} from '../contract.ts'
import { approve, returnDraft, submitForApproval } from './approval.ts'
import { changeDraft } from './change-draft.ts'
import { draftImplementation } from './draft-implementation.ts'
import { noteRefusedChange, refusedFields } from './note-refused-change.ts'
import { publish } from './publish.ts'
import { discardDraft, reviseImplementation } from './revise-implementation.ts'
import { resumeItem, suspendItem, withdrawItem } from './suspension.ts'

const tags = ['catalogue']
const ItemKey = Type.Object({ implementationCode: ImplementationCode })
const StateAnswer = Type.Object({ implementationCode: ImplementationCode, state: ItemState })

/** Drawing up: from an entry of the directory to a draft that is handed in. */
export const draftRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/implementations',
    {
      config: { may: 'catalogue.draft' },
      schema: { operationId: 'draftImplementation', tags, summary: '编制实施清单', body: DraftInput, response: { 200: Revision } },
    },
    (request) => api.perform(request, (act) => draftImplementation(act, request.body)),
  )
  api.post(
    '/implementations/:implementationCode/revision',
    {
      config: { may: 'catalogue.lookWork' },
      schema: {
        operationId: 'reviseImplementation',
        tags,
        summary: '变更实施清单',
        params: ItemKey,
        body: ReasonInput,
        response: { 200: Revision },
      },
    },
    (request) => api.perform(request, (act) => reviseImplementation(act, request.params.implementationCode, request.body)),
  )
  api.patch(
    '/implementations/:implementationCode/draft',
    {
      config: { may: 'catalogue.lookWork' },
      schema: { operationId: 'changeDraft', tags, summary: '维护要素', params: ItemKey, body: ElementChange, response: { 200: Revision } },
    },
    async (request) => {
      const { implementationCode } = request.params
      try {
        return await api.perform(request, (act) => changeDraft(act, implementationCode, request.body as Change))
      } catch (error) {
        const fields = refusedFields(error)
        if (fields)
          await api.work(request).perform('catalogue.noteRefusedChange', (act) => noteRefusedChange(act, implementationCode, fields))
        throw error
      }
    },
  )
  api.delete(
    '/implementations/:implementationCode/draft',
    {
      config: { may: 'catalogue.lookWork' },
      schema: {
        operationId: 'discardImplementationDraft',
        tags,
        summary: '放弃编制',
        params: ItemKey,
        response: { 200: Type.Object({ discarded: Type.String() }) },
      },
    },
    (request) => api.perform(request, (act) => discardDraft(act, request.params.implementationCode)),
  )
  api.post(
    '/implementations/:implementationCode/submission',
    {
      config: { may: 'catalogue.lookWork' },
      schema: { operationId: 'submitForApproval', tags, summary: '报审', params: ItemKey, response: { 200: Revision } },
    },
    (request) => api.perform(request, (act) => submitForApproval(act, request.params.implementationCode)),
  )
}

/** Review and publication, by others than who drew it up. */
export const reviewRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/implementations/:implementationCode/approval',
    {
      config: { may: 'catalogue.approve' },
      schema: {
        operationId: 'approveImplementation',
        tags,
        summary: '审核通过',
        params: ItemKey,
        body: ApprovalInput,
        response: { 200: Revision },
      },
    },
    (request) => api.perform(request, (act) => approve(act, request.params.implementationCode, request.body)),
  )
  api.post(
    '/implementations/:implementationCode/return',
    {
      config: { may: 'catalogue.approve' },
      schema: { operationId: 'returnDraft', tags, summary: '退回', params: ItemKey, body: ReasonInput, response: { 200: Revision } },
    },
    (request) => api.perform(request, (act) => returnDraft(act, request.params.implementationCode, request.body)),
  )
  api.post(
    '/implementations/:implementationCode/publication',
    {
      config: { may: 'catalogue.publish' },
      schema: {
        operationId: 'publishImplementation',
        tags,
        summary: '发布',
        params: ItemKey,
        body: PublishInput,
        response: { 200: Revision },
      },
    },
    (request) => api.perform(request, (act) => publish(act, request.params.implementationCode, request.body)),
  )
  const suspend = { may: 'catalogue.suspend' }
  api.post(
    '/implementations/:implementationCode/suspension',
    {
      config: suspend,
      schema: { operationId: 'suspendItem', tags, summary: '暂停', params: ItemKey, body: ReasonInput, response: { 200: StateAnswer } },
    },
    (request) => api.perform(request, (act) => suspendItem(act, request.params.implementationCode, request.body)),
  )
  api.post(
    '/implementations/:implementationCode/resumption',
    { config: suspend, schema: { operationId: 'resumeItem', tags, summary: '恢复', params: ItemKey, response: { 200: StateAnswer } } },
    (request) => api.perform(request, (act) => resumeItem(act, request.params.implementationCode)),
  )
  api.post(
    '/implementations/:implementationCode/withdrawal',
    {
      config: suspend,
      schema: { operationId: 'withdrawItem', tags, summary: '取消', params: ItemKey, body: ReasonInput, response: { 200: StateAnswer } },
    },
    (request) => api.perform(request, (act) => withdrawItem(act, request.params.implementationCode, request.body)),
  )
}
