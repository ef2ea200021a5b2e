import { newId, present, type Act, type Tx, later } from '@yiwang/kernel'
import type { CaseStep } from './contract.ts'
import type { CaseRecord } from './case-record.ts'
import type { Handler } from './handler.ts'
import type { CaseAct } from './lifecycle.ts'

export interface NewStep {
  /** As people read it: 受理, 材料初审. */
  name: string
  act: CaseAct | 'submit' | 'fireTimer' | 'failDelivery'
  by: Handler
  opinion?: string
  outcome?: string
  /** 审查要点 ticked off with it. */
  points?: readonly string[] | undefined
  /** When it began; the moment the case came into its state, unless said otherwise. */
  startedAt?: string
}

/** A row of 办理环节 (appendix 3-4): what was done, by whom, with which opinion, from when to when. */
export async function noteStep(act: Act, found: CaseRecord, step: NewStep): Promise<void> {
  await later(
    act.tx,
    act.tx
      .insertInto('cases.step')
      .values({
        id: newId(),
        case_number: found.caseNumber,
        name: step.name,
        act: step.act,
        actor_id: step.by.id,
        actor_name: step.by.name,
        actor_number: step.by.number ?? null,
        opinion: step.opinion ?? null,
        outcome: step.outcome ?? null,
        points: step.points?.length ? [...step.points] : null,
        started_at: beganBy(act.now, step.startedAt ?? found.since),
        ended_at: act.now,
      })
      .compile(),
  )
}

/** No step ends before it began, also where the clock of the machine was set back in between. */
function beganBy(ended: Date, since: string): Date {
  return new Date(Math.min(ended.getTime(), Date.parse(since)))
}

export async function listSteps(tx: Tx, caseNumber: string): Promise<CaseStep[]> {
  const rows = await tx
    .selectFrom('cases.step')
    .select([
      'name',
      'act',
      'started_at as startedAt',
      'ended_at as endedAt',
      'actor_name as actorName',
      'actor_number as actorNumber',
      'opinion',
      'outcome',
      'points',
    ])
    .where('case_number', '=', caseNumber)
    .orderBy('id')
    .execute()
  return rows.map((row) => present(row) as CaseStep)
}

/** Who noted an examination made elsewhere. */
export async function examinersOf(tx: Tx, caseNumber: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('cases.step')
    .select('actor_id as by')
    .where('case_number', '=', caseNumber)
    .where('act', '=', 'noteExamination')
    .execute()
  return rows.map(({ by }) => by)
}
