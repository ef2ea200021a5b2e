import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addDiagram, draw } from '@yiwang/workflow'
import { Type } from 'typebox'
import {
  Flow,
  FlowInput,
  FlowState,
  FormDefinition,
  FormInput,
  ImplementationCode,
  Key,
  ManualContent,
  ReasonInput,
  ReviewManual,
} from '../contract.ts'
import { getWorkItem } from '../implementations/work-queries.ts'
import { manualOf } from '../manuals/manual-of.ts'
import { publishManual } from '../manuals/publish-manual.ts'
import { flowProblem } from '../problems.ts'
import { approveFlow, deployFlow, returnFlow } from './deploy-flow.ts'
import { findFlow } from './flow-store.ts'
import { listFlows } from './flow-queries.ts'
import { formOf } from './form-store.ts'
import { publishForm } from './publish-form.ts'

const tags = ['catalogue']
const ByKey = Type.Object({ key: Key })
const Exact = Type.Object({ key: Key, version: Type.Integer({ minimum: 1 }) })
const ItemKey = Type.Object({ implementationCode: ImplementationCode })
const DrawnFlow = Type.Object({ ...Flow.properties, bpmn: Type.String(), picture: Type.String() })
const FlowQuery = Type.Object({
  state: Type.Optional(FlowState),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
})

/** Forms and flows: revisions, never changes. */
export const definitionRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.post(
    '/forms/:key',
    {
      config: { may: 'catalogue.publishForm' },
      schema: { operationId: 'publishForm', tags, summary: '发布表单', params: ByKey, body: FormInput, response: { 200: FormDefinition } },
    },
    (request) => api.perform(request, (act) => publishForm(act, request.params.key, request.body)),
  )
  api.get(
    '/forms/:key/:version',
    {
      config: { may: 'catalogue.look' },
      schema: { operationId: 'getForm', tags, summary: '表单', params: Exact, response: { 200: FormDefinition } },
    },
    (request) => api.read(request, ({ tx }) => formOf(tx, request.params.key, request.params.version)),
  )
  api.get(
    '/flows',
    {
      config: { may: 'catalogue.lookWork' },
      schema: { operationId: 'listFlows', tags, summary: '办理流程', querystring: FlowQuery, response: { 200: Type.Array(Flow) } },
    },
    (request) => api.read(request, (desk) => listFlows(desk, request.query)),
  )
  api.get(
    '/flows/:key/:version',
    {
      config: { may: 'catalogue.lookWork' },
      schema: { operationId: 'getFlow', tags, summary: '办理流程版本', params: Exact, response: { 200: DrawnFlow } },
    },
    (request) =>
      api.read(request, async ({ tx }) => {
        const flow = await findFlow(tx, request.params.key, request.params.version)
        if (!flow) throw flowProblem.notFound(request.params)
        const { definition, diagram, ...rest } = flow
        // A file without a drawing gets one, or no editor could open it.
        return { ...rest, bpmn: await addDiagram(rest.bpmn), picture: draw(definition, diagram ? { diagram } : {}).svg }
      }),
  )
  api.post(
    '/flows/:key',
    {
      config: { may: 'catalogue.deployFlow' },
      schema: { operationId: 'deployFlow', tags, summary: '流程报审', params: ByKey, body: FlowInput, response: { 200: Flow } },
    },
    (request) => api.perform(request, (act) => deployFlow(act, request.params.key, request.body)),
  )
  api.post(
    '/flows/:key/:version/approval',
    {
      config: { may: 'catalogue.approveFlow' },
      schema: { operationId: 'approveFlow', tags, summary: '流程审核通过', params: Exact, body: ReasonInput, response: { 200: Flow } },
    },
    (request) => api.perform(request, (act) => approveFlow(act, request.params.key, request.params.version, request.body)),
  )
  api.post(
    '/flows/:key/:version/return',
    {
      config: { may: 'catalogue.approveFlow' },
      schema: { operationId: 'returnFlow', tags, summary: '流程退回', params: Exact, body: ReasonInput, response: { 200: Flow } },
    },
    (request) => api.perform(request, (act) => returnFlow(act, request.params.key, request.params.version, request.body)),
  )
  await api.register(manualRoutes)
}

const manualRoutes: FastifyPluginAsyncTypebox = async (api) => {
  api.get(
    '/implementations/:implementationCode/manual',
    {
      config: { may: 'catalogue.lookManual' },
      schema: { operationId: 'getManual', tags, summary: '审查工作细则', params: ItemKey, response: { 200: ReviewManual } },
    },
    (request) =>
      api.read(request, async (desk) => {
        await getWorkItem(desk, request.params.implementationCode, ['catalogue.lookManual'])
        return manualOf(desk.tx, request.params.implementationCode)
      }),
  )
  api.put(
    '/implementations/:implementationCode/manual',
    {
      config: { may: 'catalogue.writeManual' },
      schema: {
        operationId: 'publishManual',
        tags,
        summary: '发布审查工作细则',
        params: ItemKey,
        body: ManualContent,
        response: { 200: ReviewManual },
      },
    },
    (request) => api.perform(request, (act) => publishManual(act, request.params.implementationCode, request.body)),
  )
}
