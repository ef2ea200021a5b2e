import type { Desk } from '@yiwang/kernel'
import type { CaseRecord } from './case-record.ts'
import type { Decision, DeskFacts } from './contract.ts'
import { owedFor } from './fees.ts'
import { findFlow, type RunningFlow } from './flow-store.ts'
import { journeyOf, originalsOpen, waysToHandOver } from './send-off.ts'
import { examinersOf } from './step-store.ts'
import { doersOf } from './task-store.ts'

/** What the flow came to: a decision may not say otherwise. */
export function flowSaid(flow: Pick<RunningFlow, 'state'>): DeskFacts['flowSaid'] {
  const said = flow.state.variables['decision']
  return said === 'approve' || said === 'deny' ? said : undefined
}

export function contradicts(said: DeskFacts['flowSaid'], decision: Decision): boolean {
  return (said === 'deny' && decision !== 'denied') || (said === 'approve' && decision === 'denied')
}

/** Who did every step of the flow himself may not decide besides (审查与决定分离). */
export function didItAll(examiners: readonly string[], id: string): boolean {
  return examiners.length > 0 && examiners.every((one) => one === id)
}

/** What the next act of the desk hangs on besides the state: asked of the same rules that would refuse it. */
export async function deskFacts(desk: Desk, found: CaseRecord): Promise<DeskFacts> {
  if (found.state === 'submitted') return found.acceptBy === undefined ? {} : { answerBy: found.acceptBy }
  if (found.state === 'accepted') return factsToDecide(desk, found)
  if (found.state === 'completed') return factsToHandOver(desk, found)
  return {}
}

async function factsToDecide(desk: Desk, { caseNumber, handling }: CaseRecord): Promise<DeskFacts> {
  const flow = await findFlow(desk.tx, caseNumber)
  const owed = await owedFor(desk, { caseNumber })
  if (flow && !flow.ended) return { flowEnded: false, owed }
  if (!flow && handling === 'instant') return { flowEnded: true, owed }
  const examiners = flow ? (await doersOf(desk.tx, caseNumber)).map(({ by }) => by) : await examinersOf(desk.tx, caseNumber)
  const said = flow && flowSaid(flow)
  const facts = { flowEnded: true, examined: examiners.length > 0, examinedAlone: didItAll(examiners, desk.by.id), owed }
  return said ? { ...facts, flowSaid: said } : facts
}

async function factsToHandOver(desk: Desk, found: CaseRecord): Promise<DeskFacts> {
  const originals = await originalsOpen(desk, found)
  const { state: journey } = await journeyOf(desk, found)
  return {
    owed: await owedFor(desk, found),
    originals: originals.map(({ code }) => code),
    handOver: waysToHandOver(found, { originals: originals.length > 0, journey }),
  }
}
