import { sql } from 'kysely'
import { present, within, type Act, type Tx } from '@yiwang/kernel'
import type { Definition, Diagram } from '@yiwang/workflow'
import type { Flow } from '../contract.ts'
import { flowProblem as problem } from '../problems.ts'

export const flowColumns = [
  'key',
  'version',
  'name',
  'state',
  'body_code as bodyCode',
  'division',
  'deployed_by as deployedBy',
  'deployed_at as deployedAt',
  'reviewed_by as reviewedBy',
  'opinion',
] as const

/** A flow as a case runs it: read, checked and linked. */
export interface DeployedFlow extends Flow {
  definition: Definition
  diagram?: Diagram
  bpmn: string
}

const known = new Map<string, DeployedFlow>()
const mostKnown = 500

/** An approved flow (cached, since it never changes). @throws flow.notFound, flow.notApproved */
export async function flowOf(tx: Tx, key: string, version: number): Promise<DeployedFlow> {
  const name = `${key}@${version}`
  const before = known.get(name)
  if (before) return before
  const flow = await findFlow(tx, key, version)
  if (!flow) throw problem.notFound({ key, version })
  if (flow.state !== 'approved') throw problem.notApproved({ name: flow.name })
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '')
  known.set(name, flow)
  return flow
}

export async function findFlow(tx: Tx, key: string, version: number): Promise<DeployedFlow | undefined> {
  const row = await tx
    .selectFrom('catalogue.flow')
    .select([...flowColumns, 'definition', 'diagram', 'bpmn'])
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (present(row) as unknown as DeployedFlow)
}

/** Locked, and within what the permission reaches. */
export async function getFlowForUpdate({ tx, by }: Act, key: string, version: number, permission: string): Promise<Flow> {
  const row = await tx
    .selectFrom('catalogue.flow')
    .select(flowColumns)
    .where('key', '=', key)
    .where('version', '=', version)
    .where(within(by, permission, { body: 'body_code', division: 'division' }))
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw problem.notFound({ key, version })
  return present(row) as Flow
}

/** Versions count from 1 without gaps, under a lock of the key; whose flow it is decided the first one. */
export async function nextFlowVersion(tx: Tx, key: string): Promise<{ version: number; bodyCode?: string }> {
  await sql`select pg_advisory_xact_lock(hashtext(${`catalogue.flow.${key}`}))`.execute(tx)
  const last = await tx
    .selectFrom('catalogue.flow')
    .select(['version', 'body_code as bodyCode'])
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? { version: last.version + 1, bodyCode: last.bodyCode } : { version: 1 }
}

export async function nextFormVersion(tx: Tx, key: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`catalogue.form.${key}`}))`.execute(tx)
  const row = await tx
    .selectFrom('catalogue.form')
    .select('version')
    .where('key', '=', key)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.version ?? 0) + 1
}

export async function insertFlow(
  act: Act,
  flow: Omit<DeployedFlow, 'deployedBy' | 'deployedAt' | 'reviewedBy' | 'opinion'>,
): Promise<void> {
  await act.tx
    .insertInto('catalogue.flow')
    .values({
      key: flow.key,
      version: flow.version,
      name: flow.name,
      bpmn: flow.bpmn,
      definition: JSON.stringify(flow.definition),
      diagram: flow.diagram ? JSON.stringify(flow.diagram) : null,
      state: flow.state,
      body_code: flow.bodyCode,
      division: flow.division,
      deployed_by: act.by.id,
      deployed_at: act.now,
    })
    .execute()
}

export async function reviewFlow(act: Act, key: string, version: number, state: Flow['state'], opinion: string): Promise<void> {
  await act.tx
    .updateTable('catalogue.flow')
    .set({ state, opinion, reviewed_by: act.by.id, reviewed_at: act.now })
    .where('key', '=', key)
    .where('version', '=', version)
    .execute()
}
