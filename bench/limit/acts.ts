import { accept, completeTask, decide, walkIn } from '@yiwang/cases'
import type { Act, House } from '@yiwang/kernel'
import type pg from 'pg'
import { acceptance, anApplication, decision, taskOpinion } from '../harness/application.ts'
import { tasks, type Office, type Person } from '../harness/office.ts'

/** A case of seven commits by the acts of the product themselves: scope, rules, papers, events, jobs, audit; no HTTP and no JSON in or out. */
export async function oneCase(house: House, { clerk, decider, committedItem }: Office): Promise<string> {
  const application = anApplication(committedItem)
  const { caseNumber } = await act(house, clerk, 'cases.register#registerWalkIn', {}, application, (act) => walkIn(act, application))
  const subject = { caseNumber }
  await act(house, clerk, 'cases.accept#acceptCase', subject, acceptance, (act) => accept(act, caseNumber, acceptance))
  for (let task = 0; task < tasks; task += 1) {
    const taskId = await openTask(house, caseNumber)
    await act(house, clerk, 'cases.examine#completeTask', { caseNumber, taskId }, taskOpinion, (act) =>
      completeTask(act, caseNumber, taskId, taskOpinion),
    )
  }
  await act(house, decider, 'cases.decide#decideCase', subject, decision, (act) => decide(act, caseNumber, decision))
  return caseNumber
}

function act<T>(
  house: House,
  { actor: by }: Person,
  name: string,
  subject: object,
  input: object,
  run: (act: Act) => Promise<T>,
): Promise<T> {
  return house.perform({ act: name, by, subject: subject as Record<string, unknown>, input }, run)
}

/** Which task is open: what the desk shows to the clerk. */
async function openTask(house: House, caseNumber: string): Promise<string> {
  const { id } = await house.db
    .selectFrom('cases.flow_task')
    .select('id')
    .where('case_number', '=', caseNumber)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}

export async function openTaskOf(client: pg.Pool, caseNumber: string): Promise<string> {
  const text = 'select id from cases.flow_task where case_number = $1 and closed_at is null'
  const { rows } = await client.query<{ id: string }>({ name: 'open-task', text, values: [caseNumber] })
  if (!rows[0]) throw new Error(`no open task in ${caseNumber}`)
  return rows[0].id
}
