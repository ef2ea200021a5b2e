import { getActiveBody } from '@yiwang/organisation'
import type { Act } from '@yiwang/kernel'
import { deploy, FlowProblem, type Deployment } from '@yiwang/workflow'
import type { Flow, FlowInput, ReasonInput } from '../contract.ts'
import { flowProblem as problem, itemProblem } from '../problems.ts'
import { reaches } from '../rules/who-may-change.ts'
import { getFlowForUpdate, insertFlow, nextFlowVersion, reviewFlow } from './flow-store.ts'

/** The house carries out no operation by itself yet, and keeps no expertise of its staff: steps are for roles, posts, bodies and people. */
const host = { operations: [], expertise: [] } as const

/** Proposes a flow (流程报审). What cannot run is refused with the element named, and nothing is kept of it. */
export async function deployFlow(act: Act, key: string, { bodyCode, bpmn }: FlowInput): Promise<Flow> {
  const body = await getActiveBody(act.tx, bodyCode)
  const { division } = body
  const { version, bodyCode: owner } = await nextFlowVersion(act.tx, key)
  const reached = reaches(act.by, 'catalogue.deployFlow', { bodyCode, division, implementationCode: '' })
  if (!reached || (owner !== undefined && owner !== bodyCode)) throw itemProblem.notYours({ body: body.name })
  const deployment = await deployable(bpmn, version)
  if (!deployment.ok) throw problem.refused({ elements: deployment.problems.map(({ text }) => text), findings: deployment.problems })
  const { definition, diagram } = deployment
  const flow = { key, version, name: definition.name, state: 'proposed', bodyCode, division } as const
  await insertFlow(act, { ...flow, bpmn, definition: { ...definition, key }, ...(diagram ? { diagram } : {}) })
  await act.publish('flow.deployed', { key, version, bodyCode, division })
  return { ...flow, deployedBy: act.by.id, deployedAt: act.now.toISOString() }
}

/** A file that is no BPMN at all, or built to do harm, is refused like one that cannot run. */
async function deployable(bpmn: string, version: number): Promise<Deployment> {
  try {
    return await deploy(bpmn, { version, ...host })
  } catch (error) {
    if (error instanceof FlowProblem) throw problem.refused({ elements: [error.message], findings: [] })
    throw error
  }
}

/** The administration of the same level agrees (guide 四（二）5（2）): from now on items may name this revision. */
export async function approveFlow(act: Act, key: string, version: number, { reason }: ReasonInput): Promise<Flow> {
  const flow = await proposed(act, key, version)
  await reviewFlow(act, key, version, 'approved', reason)
  await act.publish('flow.approved', { key, version })
  return { ...flow, state: 'approved', reviewedBy: act.by.id, opinion: reason }
}

export async function returnFlow(act: Act, key: string, version: number, { reason }: ReasonInput): Promise<Flow> {
  const flow = await proposed(act, key, version)
  await reviewFlow(act, key, version, 'returned', reason)
  return { ...flow, state: 'returned', reviewedBy: act.by.id, opinion: reason }
}

async function proposed(act: Act, key: string, version: number): Promise<Flow> {
  const flow = await getFlowForUpdate(act, key, version, 'catalogue.approveFlow')
  if (flow.state !== 'proposed') throw problem.notProposed({ state: flow.state })
  if (flow.deployedBy === act.by.id) throw problem.reviewedByDeployer()
  // 同级审核: a clerk of another level does not decide on it
  if (act.by.kind === 'staff' && act.by.division !== flow.division) throw problem.notFound({ key, version })
  return flow
}
