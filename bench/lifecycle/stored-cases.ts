import pg from 'pg'

/**
 * Fills the tables with cases that were handled long ago, in bulk and past the acts: for this measurement only. One case handled by the acts is the
 * pattern; its rows are multiplied, each with its own keys, applicant and day within three years, over fifty bodies of which one is the clerk's.
 * Nineteen of twenty are delivered, the rest is still being handled.
 */
export async function storeCases(url: string, pattern: string, count: number): Promise<{ cases: number; steps: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(numbers, [count])
    for (const table of tables) await multiply(client, table, pattern)
    await client.query('drop table public.stored')
    await client.query('vacuum (analyze)')
    const { rows } = await client.query<{ cases: number; steps: number }>(
      'select (select count(*)::int from cases.service_case) as cases, (select count(*)::int from cases.step) as steps',
    )
    return rows[0] ?? { cases: 0, steps: 0 }
  } finally {
    await client.end()
  }
}

const numbers = `create unlogged table public.stored as
  select '330102' || to_char(at, 'YYYYMMDD') || 'S' || lpad(g::text, 7, '0') as case_number, at, g,
    case when g % 50 = 0 then '113301020025002871' else '11330102' || lpad((g % 50)::text, 10, '0') end as body_code,
    case when g % 20 > 0 then 'delivered' when g % 40 = 0 then 'accepted' else 'submitted' end as state
  from (select g, now() - g * (interval '3 years' / $1::integer) as at from generate_series(1, $1::integer) g) numbered order by at`

interface Table {
  name: string
  /** The column that names the case. */
  key: string
}

const tables: readonly Table[] = [
  { name: 'cases.service_case', key: 'case_number' },
  { name: 'cases.step', key: 'case_number' },
  { name: 'cases.material', key: 'case_number' },
  { name: 'cases.clock_entry', key: 'case_number' },
  { name: 'documents.paper', key: 'subject_key' },
]

/** What is its own in each case; every other column is as in the pattern. */
const own: Record<string, string> = {
  id: 'uuidv7()',
  case_number: 's.case_number',
  subject_key: 's.case_number',
  body_code: 's.body_code',
  'paper.number': 'p.number || s.g',
  audit_code: 'substr(upper(md5(p.audit_code || s.g)), 1, 27)',
  applicant_index: "md5('a' || s.g) || md5('b' || s.g)",
  state: 's.state',
  decision: "case s.state when 'delivered' then p.decision end",
  since: 's.at',
  submitted_at: 's.at',
  received_at: 's.at',
  issued_at: 's.at',
  accept_by: "case s.state when 'submitted' then (s.at + interval '7 days')::date end",
  committed_due: "case when s.state <> 'submitted' then (s.at + interval '14 days')::date end",
}

async function multiply(client: pg.Client, { name, key }: Table, pattern: string): Promise<void> {
  const [schema, table] = name.split('.')
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns
      where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position`,
    [schema, table],
  )
  const columns = rows.map((row) => row.column_name)
  const values = columns.map((column) => own[`${table}.${column}`] ?? own[column] ?? `p.${column}`)
  await client.query(
    `insert into ${name} (${columns.join(', ')}) select ${values.join(', ')} from public.stored s cross join (select * from ${name} where ${key} = $1) p`,
    [pattern],
  )
}
