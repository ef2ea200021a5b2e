import { modules } from '@yiwang/server'
import pg from 'pg'
import type { Acknowledged } from './client.ts'

type Row = Record<string, unknown>
export type Ask = (text: string, values?: unknown[]) => Promise<Row[]>

export async function withDatabase<T>(url: string, run: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await run(async (text, values) => (await client.query<Row>(text, values)).rows)
  } finally {
    await client.end()
  }
}

/** Questions whose answer is empty when all is well. */
const mustBeEmpty: Readonly<Record<string, string>> = {
  'an act was done twice': `select act, subject, count(*) from kernel.audit where outcome = 'done'
    and act ~ '#(submitApplication|acceptCase|completeTask|decideCase|produceLicence|completeCase|deliverCase)$' group by act, subject having count(*) > 1`,
  'an event was told twice, or not': `select c.case_number, n.name, count(e.id) from cases.service_case c
    cross join unnest(array['case.submitted', 'case.accepted', 'case.decided', 'case.completed', 'case.delivered']) as n (name)
    left join kernel.event e on e.name = n.name and e.body ->> 'caseNumber' = c.case_number group by 1, 2 having count(e.id) <> 1`,
  'an event belongs to no act': `select e.name from kernel.event e where not exists (select from kernel.audit a where a.act_id = e.act_id and e.name = any (a.events))`,
  'an act announces an event that is not there': `select a.act, name from kernel.audit a cross join unnest(a.events) as name
    where not exists (select from kernel.event e where e.act_id = a.act_id and e.name = name)`,
  'a case does not stand where it was brought': `select case_number, state from cases.service_case where state not in ('delivered', 'archived')`,
  'a draft became no case, or two': `select id from cases.draft d where case_number is not null
    and (select count(*) from cases.service_case c where c.case_number = d.case_number) <> 1`,
  'a clock that does not run from acceptance to completion': `select c.case_number, array_agg(e.kind order by e.position) from cases.service_case c
    left join cases.clock_entry e using (case_number) group by 1 having array_agg(e.kind order by e.position) <> '{start,stop}'`,
  'a flow that has not ended, or a task left open': `select c.case_number from cases.service_case c left join cases.flow f using (case_number)
    where f.ended_at is null or exists (select from cases.flow_task t where t.case_number = c.case_number and t.closed_at is null)`,
  'tasks and steps differ': `select c.case_number from cases.service_case c where
    (select count(*) from cases.flow_task t where t.case_number = c.case_number) <>
    (select count(*) from cases.step s where s.case_number = c.case_number and s.act = 'completeTask')`,
  'a paper twice, or one that was not made': `select subject_key, kind, count(*), count(file_id) from documents.paper where subject_kind = 'case'
    group by 1, 2 having count(*) <> 1 or count(file_id) <> 1`,
  'a case without its papers': `select c.case_number from cases.service_case c where
    (select count(*) from documents.paper p where p.subject_key = c.case_number and p.kind in ('receipt', 'acceptanceNotice', 'approvalDecision')) <> 3`,
  'not exactly one licence with one file for a case': `select c.case_number from cases.service_case c where
    (select count(*) from licences.licence_version v join licences.licence_file f using (licence_id, version) where v.identifier = c.licence_identifier) <> 1`,
  'more licences than cases': `select count(*) from licences.licence having count(*) <> (select count(*) from cases.service_case)`,
  'a notice that is not paid once': `select n.number, n.state, count(o.order_number) from payments.payment_notice n
    left join payments.payment_order o on o.notice_number = n.number and o.state = 'paid' group by 1, 2 having n.state <> 'paid' or count(o.order_number) <> 1`,
  'not one notice for a case': `select c.case_number from cases.service_case c where
    (select count(*) from payments.payment_notice n where n.subject_key = c.case_number) <> 1`,
  'books that do not balance': `select notice_number, sum(amount_fen), sum(amount_fen) filter (where account = 'platform') from payments.ledger_entry
    group by 1 having sum(amount_fen) <> 0 or sum(amount_fen) filter (where account = 'platform') <> 2000`,
  'not one parcel for a case, signed for': `select c.case_number, count(w.number) from cases.service_case c left join logistics.waybill w
    on w.subject_key = c.case_number and w.state = 'signed' group by 1 having count(w.number) <> 1`,
  'a message twice': `select about_key, template, channel, count(*) from messages.delivery where about_key is not null
    and template not in ('caseStepDone', 'waybillMoved') group by 1, 2, 3 having count(*) > 1`,
  'more news of a parcel than it made ways': `select d.about_key, count(*) from messages.delivery d where d.template = 'waybillMoved' and d.channel = 'site'
    group by 1 having count(*) > (select count(*) from logistics.waybill w join logistics.movement m using (number) where w.subject_key = d.about_key)`,
  'a message that did not go out': `select template, state from messages.delivery where state <> 'delivered'`,
  'a job given up': `select name, output from pgboss.job where state = 'failed'`,
}

export async function findings(ask: Ask, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const found: string[] = []
  for (const [what, question] of Object.entries(mustBeEmpty)) {
    const rows = await ask(question)
    if (rows.length > 0) found.push(`${what}: ${JSON.stringify(rows.slice(0, 3))} (${rows.length})`)
  }
  for (const { act, subject } of acknowledged) {
    const rows =
      act === 'orderPayment' // asked of the platform between two acts, neither of which is the request's own
        ? await ask('select 1 from payments.payment_order where notice_number = $1', [subject['number']])
        : await ask(`select 1 from kernel.audit where act like '%#' || $1 and subject @> $2 and outcome = 'done'`, [
            act,
            JSON.stringify(subject),
          ])
    if (rows.length === 0) found.push(`acknowledged and lost: ${act} ${JSON.stringify(subject)}`)
  }
  for (const { name, reactions = {} } of modules)
    for (const event of Object.keys(reactions)) {
      const missed = await ask(
        `select e.id from kernel.event e where e.name = $1 and not exists (select from kernel.reaction_done d where d.event_id = e.id and d.reaction = $2)`,
        [event, `${name}:${event}`],
      )
      if (missed.length > 0) found.push(`${name} never learnt of ${event}: ${missed.length}`)
    }
  return found
}

/** Until nothing is due any more and every paper is made. */
export async function untilQuiet(ask: Ask, until: number): Promise<void> {
  const open = `select name, state::text, count(*) from pgboss.job where name not like '\\_\\_pgboss%' and (state = 'active' or state in ('created', 'retry') and start_after <= now() + interval '3 seconds') group by 1, 2
    union all select 'paper', 'unmade', 1 from documents.paper where file_id is null having count(*) > 0
    union all select 'message', 'waiting', 1 from messages.delivery where state = 'waiting' having count(*) > 0`
  for (;;) {
    const rows = await ask(open)
    if (rows.length === 0) return
    if (Date.now() > until) throw new Error(`still under way: ${JSON.stringify(rows)}`)
    await new Promise((wake) => setTimeout(wake, 250))
  }
}
