import { sql, type RawBuilder } from 'kysely'
import { expect, test } from 'vitest'
import { aSubmittedCase, anAcceptedCase, openCases, type CaseHall } from './testing.ts'

const numbers = (items: { caseNumber: string }[]) => items.map(({ caseNumber }) => caseNumber)

async function pages(office: CaseHall, path: string): Promise<string[]> {
  const seen: string[] = []
  for (let after = ''; ;) {
    const { status, body } = await office.hall.as(path.startsWith('/my') ? office.person : office.clerk).get(path + after)
    expect(status).toBe(200)
    seen.push(...numbers(body.items))
    if (body.next === undefined) return seen
    after = `&after=${body.next}`
  }
}

test('R5A-215 my cases come newest first, page by page, each once', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const made: string[] = []
  for (let n = 0; n < 5; n += 1) {
    if (n !== 2) office.hall.clock.advance(60_000)
    made.unshift(await aSubmittedCase(office, item))
  }
  const seen = await pages(office, '/my/cases?limit=2')
  expect(new Set(seen)).toEqual(new Set(made))
  expect(seen).toHaveLength(5)
  expect([seen[0], seen.at(-1)]).toEqual([made[0], made.at(-1)])
  expect((await office.hall.as(office.person).get('/my/cases?after=bm9uc2Vuc2U')).status).toBe(400)
  expect((await office.hall.as(office.person).get('/my/cases?limit=1000')).status).toBe(400)
})

test('a work list shows the most urgent first, and what is late or due soon by the clock of the case', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const late = await anAcceptedCase(office, item)
  office.hall.clock.set('2026-03-06T09:00:00+08:00')
  const soon = await anAcceptedCase(office, item)
  office.hall.clock.set('2026-03-11T09:00:00+08:00')
  const fresh = await aSubmittedCase(office, item)
  const done = await aSubmittedCase(office, item)
  await office.hall.as(office.person).post(`/my/cases/${done}/withdrawal`, {})
  const list = async (query: string) => (await office.hall.as(office.clerk).get(`/cases?${query}`)).body.items
  expect((await list('')).map(({ caseNumber, urgency }: { caseNumber: string; urgency: string }) => [caseNumber, urgency])).toEqual([
    [late, 'late'],
    [soon, 'near'],
    [fresh, 'inTime'],
  ])
  expect(numbers(await list('urgency=late'))).toEqual([late])
  expect(numbers(await list('urgency=near'))).toEqual([soon])
  expect(numbers(await list('state=submitted'))).toEqual([fresh])
  expect(numbers(await list('state=withdrawn'))).toEqual([done])
  expect(numbers(await list('order=newest'))).toContain(late)
  expect(numbers(await list(`item=${item.implementationCode}`))).toHaveLength(3)
  expect(await list(`item=${'X'.repeat(34)}`)).toEqual([])
  expect(await list('mine=true')).toEqual([])
  expect(await pages(office, '/cases?limit=1')).toEqual([late, soon, fresh])
  expect(new Set(await pages(office, '/cases?limit=1&order=newest'))).toEqual(new Set([late, soon, fresh]))
  expect((await office.hall.as(office.clerk).get('/cases?state=nonsense')).status).toBe(400)
})

test('work lists reach as far as the grant: body, division, item; without one nothing', async (t) => {
  const office = await openCases(t)
  const item = await office.item()
  const caseNumber = await aSubmittedCase(office, item)
  const seen = async (grant: Record<string, unknown>) => {
    const clerk = { ...office.clerk, grants: [{ permission: 'cases.look', ...grant }] }
    return numbers((await office.hall.as(clerk).get('/cases')).body.items)
  }
  expect(await seen({})).toEqual([caseNumber])
  expect(await seen({ divisions: ['3301'] })).toEqual([caseNumber])
  expect(await seen({ divisions: ['3302'] })).toEqual([])
  expect(await seen({ bodies: ['X'.repeat(18)] })).toEqual([])
  expect(await seen({ items: [item.implementationCode], divisions: ['330102'] })).toEqual([caseNumber])
  expect(await seen({ items: ['X'.repeat(34)] })).toEqual([])
  expect(await seen({ bodies: [] })).toEqual([])
  expect((await office.hall.stranger.get('/cases')).status).toBe(401)
  expect((await office.hall.as(office.person).get('/cases')).status).toBe(403)
})

/** Many cases by SQL, for the planner only: what is asserted is the plan, not the cases. */
async function fill({ hall }: CaseHall, like: string): Promise<void> {
  await sql`insert into cases.service_case (case_number, revision_id, implementation_code, item_name, body_code, body_name, division, handling,
      online_mode, channel, state, account_id, applicant_kind, applicant_name, applicant_number, applicant_index, contact_name, contact_number,
      answers, form, delivery, submitted_at, received_at, since, accept_by, correct_by)
    select 'x' || n, revision_id, implementation_code, item_name, case when n % 5 = 0 then body_code else 'body-' || n % 97 end, body_name,
      division, handling, online_mode, channel, case n % 7 when 0 then 'submitted' when 1 then 'correcting' else 'withdrawn' end, case when n % 11 = 0 then account_id else 'account-' || n % 500 end,
      applicant_kind, applicant_name, '', 'index-' || n % 11, contact_name, '', '{}', '{}', '{}',
      submitted_at - n * interval '1 minute', received_at, since, date '2026-03-01' + n % 60, date '2026-03-01' + n % 60
    from cases.service_case, generate_series(1, 20000) n where case_number = ${like}`.execute(hall.house.db)
  await sql`analyze cases.service_case`.execute(hall.house.db)
}

async function planOf({ hall }: CaseHall, rest: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select case_number from cases.service_case where ${rest}`.execute(
    hall.house.db,
  )
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

test('every list reads its page from an index in order, and every sweep only what is due, however many cases there are', async (t) => {
  const office = await openCases(t)
  await fill(office, await aSubmittedCase(office, await office.item()))
  const [body, account] = [office.clerk.body ?? '', office.person.id]
  const open = sql`state in ('submitted', 'correcting', 'preAccepted', 'accepted', 'suspended', 'decided', 'completed')`
  const lists = {
    case_open_body: sql`body_code = ${body} and ${open} order by next_due, case_number limit 21`,
    case_work: sql`body_code = ${body} and state = 'submitted' order by next_due, case_number limit 21`,
    case_body_since: sql`body_code = ${body} order by submitted_at desc, case_number desc limit 21`,
    case_account: sql`account_id = ${account} order by submitted_at desc, case_number desc limit 21`,
    case_applicant: sql`applicant_index = 'index-7' order by submitted_at desc, case_number desc limit 21`,
  }
  for (const [index, rest] of Object.entries(lists)) {
    const plan = await planOf(office, rest)
    expect(plan, index).toContain(`using ${index} on`)
    expect(plan, index).not.toMatch(/Sort|Seq Scan/)
  }
  const sweeps = {
    case_accept_by: sql`state = 'submitted' and accept_by < '2026-03-02' order by accept_by, case_number limit 200`,
    case_correct_by: sql`state = 'correcting' and correct_by < '2026-03-02' order by correct_by, case_number limit 200`,
  }
  for (const [index, rest] of Object.entries(sweeps)) {
    const plan = await planOf(office, rest)
    expect(plan, index).toContain(index)
    expect(plan, index).not.toContain('Seq Scan')
  }
})
