import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Act } from '@yiwang/kernel'
import type { FastifyRequest } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { abort, requestAbort } from './abort.ts'
import { complete } from './complete.ts'
import {
  CaseKey,
  CaseMoved,
  CompleteTaskInput,
  DecideInput,
  ChooseDeliveryInput,
  DeliverInput,
  EndSpecialInput,
  GrantInput,
  NoteExaminationInput,
  NoteMismatchInput,
  ReasonInput,
  RequestExtensionInput,
  RescindInput,
  StartSpecialInput,
} from './contract.ts'
import { decide } from './decide.ts'
import { chooseDeliveryFor } from './choose-delivery.ts'
import { deliver } from './hand-over.ts'
import { grantExtension, requestExtension } from './extension.ts'
import { noteExamination } from './note-examination.ts'
import { noteMismatch } from './note-mismatch.ts'
import { rescind } from './rescind.ts'
import { produce } from './production.ts'
import { endSpecial, startSpecial } from './special-procedures.ts'
import { resume, suspend } from './suspend.ts'
import { claimTask, completeTask, releaseTask } from './tasks.ts'

const tags = ['cases']
const TaskKey = Type.Object({ ...CaseKey.properties, taskId: Type.String({ format: 'uuid' }) })
const SpecialKey = Type.Object({ ...CaseKey.properties, id: Type.String({ format: 'uuid' }) })

/** What a body does with an accepted case, up to the hand-over of its result. */
export const handlingRoutes: FastifyPluginAsyncTypebox = async (api) => {
  type Params = { caseNumber: string; taskId: string; id: string }
  const route = (
    path: string,
    may: string,
    operationId: string,
    summary: string,
    params: TSchema,
    body: TSchema | undefined,
    run: (act: Act, params: Params, body: never) => Promise<CaseMoved>,
  ) => {
    api.post(
      `/cases/:caseNumber/${path}`,
      { config: { may }, schema: { operationId, tags, summary, params, ...(body ? { body } : {}), response: { 200: CaseMoved } } },
      (request: FastifyRequest) => api.perform(request, (act) => run(act, request.params as Params, request.body as never)),
    )
  }
  route('tasks/:taskId/claim', 'cases.examine', 'claimTask', '签收环节', TaskKey, undefined, (act, { caseNumber, taskId }) =>
    claimTask(act, caseNumber, taskId),
  )
  route('tasks/:taskId/release', 'cases.examine', 'releaseTask', '退回待办', TaskKey, undefined, (act, { caseNumber, taskId }) =>
    releaseTask(act, caseNumber, taskId),
  )
  route(
    'tasks/:taskId/completion',
    'cases.examine',
    'completeTask',
    '环节办理',
    TaskKey,
    CompleteTaskInput,
    (act, { caseNumber, taskId }, body) => completeTask(act, caseNumber, taskId, body),
  )
  route('examination', 'cases.examine', 'noteExamination', '登记审查意见', CaseKey, NoteExaminationInput, (act, { caseNumber }, body) =>
    noteExamination(act, caseNumber, body),
  )
  route(
    'special-procedures',
    'cases.startSpecial',
    'startSpecialProcedure',
    '启动特别程序',
    CaseKey,
    StartSpecialInput,
    (act, { caseNumber }, body) => startSpecial(act, caseNumber, body),
  )
  route(
    'special-procedures/:id/end',
    'cases.startSpecial',
    'endSpecialProcedure',
    '结束特别程序',
    SpecialKey,
    EndSpecialInput,
    (act, { caseNumber, id }, body) => endSpecial(act, caseNumber, id, body),
  )
  route('suspension', 'cases.suspend', 'suspendCase', '挂起', CaseKey, ReasonInput, (act, { caseNumber }, body) =>
    suspend(act, caseNumber, body),
  )
  route('resumption', 'cases.suspend', 'resumeCase', '恢复办理', CaseKey, undefined, (act, { caseNumber }) => resume(act, caseNumber))
  route(
    'extension-requests',
    'cases.requestExtension',
    'requestExtension',
    '申请延期',
    CaseKey,
    RequestExtensionInput,
    (act, { caseNumber }, body) => requestExtension(act, caseNumber, body),
  )
  route('extension-grants', 'cases.grantExtension', 'grantExtension', '批准延期', CaseKey, GrantInput, (act, { caseNumber }, body) =>
    grantExtension(act, caseNumber, body),
  )
  route('abort-requests', 'cases.requestAbort', 'requestAbort', '申请中止', CaseKey, ReasonInput, (act, { caseNumber }, body) =>
    requestAbort(act, caseNumber, body),
  )
  route('abortion', 'cases.abort', 'abortCase', '批准中止', CaseKey, GrantInput, (act, { caseNumber }, body) =>
    abort(act, caseNumber, body),
  )
  route('decision', 'cases.decide', 'decideCase', '决定', CaseKey, DecideInput, (act, { caseNumber }, body) =>
    decide(act, caseNumber, body),
  )
  route('production', 'cases.produce', 'produceLicence', '制证', CaseKey, undefined, (act, { caseNumber }) => produce(act, caseNumber))
  route('completion', 'cases.complete', 'completeCase', '办结', CaseKey, undefined, (act, { caseNumber }) => complete(act, caseNumber))
  route('delivery', 'cases.deliver', 'deliverCase', '送达', CaseKey, DeliverInput, (act, { caseNumber }, body) =>
    deliver(act, caseNumber, body),
  )
  route(
    'original-mismatches',
    'cases.deliver',
    'noteOriginalMismatch',
    '原件核验不符',
    CaseKey,
    NoteMismatchInput,
    (act, { caseNumber }, body) => noteMismatch(act, caseNumber, body),
  )
  route('rescission', 'cases.rescind', 'rescindCase', '撤销决定', CaseKey, RescindInput, (act, { caseNumber }, body) =>
    rescind(act, caseNumber, body),
  )
  route(
    'delivery-choice',
    'cases.deliver',
    'chooseDeliveryFor',
    '改选领取方式（代申请人）',
    CaseKey,
    ChooseDeliveryInput,
    (act, { caseNumber }, body) => chooseDeliveryFor(act, caseNumber, body),
  )
}
