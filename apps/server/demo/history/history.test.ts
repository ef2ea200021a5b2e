import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkAudit, readSettings, verifyAudit, type Settings } from '@yiwang/kernel'
import { openSandbox, type Sandbox } from '@yiwang/sandbox'
import { dueDay, isOverdue, legalDay, officialCalendar, type ClockEntry, type Limit } from '@yiwang/standards'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openInstallation, type OpenInstallation } from '../../composition.ts'
import { seedDemo } from '../seed.ts'
import { makeHistory, openStage, tellOne, type Stage } from './make-history.ts'
import type { PlannedCase } from './plan.ts'
import { turnstile } from './turns.ts'

/** A Friday in office hours, within the announced holidays. */
const today = new Date('2026-11-20T15:00:00+08:00')
const total = 2000
const folder = mkdtempSync(join(tmpdir(), 'history-'))
const database = `history_${randomBytes(6).toString('hex')}`
let sandbox: Sandbox
let installation: OpenInstallation
let stage: Stage
let plans: PlannedCase[]

beforeAll(async () => {
  await onServer(`create database ${database}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  const sandboxPort = await freePort()
  const settings = readSettings({
    DATABASE_URL: url.href,
    YIWANG_FOLDER: folder,
    SANDBOX_URL: `http://127.0.0.1:${sandboxPort}`,
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
  })
  sandbox = await openSandbox({ port: sandboxPort, secrets: secretsOf(settings) })
  installation = await openInstallation({ settings, works: false })
  await seedDemo(installation.house)
  stage = await openStage({ ...making(), total })
  plans = Array.from({ length: total }, (_, index) => stage.plan(index))
}, 240_000)

afterAll(async () => {
  await stage.past.close()
  await installation.close()
  await sandbox.close()
  await onServer(`drop database ${database} with (force)`)
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const secretsOf = (settings: Settings) => ({
  registers: settings.registerSecret,
  messages: settings.messageKey,
  payments: settings.paymentSecret,
  courier: settings.courierSecret,
})
const making = () => ({ house: installation.house, databaseUrl: installation.databaseUrl, turns: turnstile(), until: () => today, rest: 0 })
/** Long ago enough for the matter to have ended. */
const long = ({ startsAt }: PlannedCase) => today.getTime() - startsAt.getTime() > 150 * 86_400_000

interface Row {
  case_number: string
  state: string
  decision: string | null
  online_mode: string
  handling: string
  channel: string
  applicant_kind: string
  licence_identifier: string | null
  committed_value: number | null
  committed_unit: Limit['unit']
  committed_due: string | null
  completed_at: string | null
  since: string
}

const db = () => installation.house.db
const caseOf = async (number: string) =>
  (await sql<Row>`select * from cases.service_case where case_number = ${number}`.execute(db())).rows[0]
const ledgerOf = async (number: string) =>
  (
    await sql<ClockEntry>`select kind, day, ground, days from cases.clock_entry where case_number = ${number} order by position`.execute(
      db(),
    )
  ).rows
const stepsOf = async (number: string) =>
  (await sql<{ act: string }>`select act from cases.step where case_number = ${number} order by started_at`.execute(db())).rows.map(
    ({ act }) => act,
  )
const count = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(db())).rows[0]?.n

/** Tells the first planned case of this kind, and gives it back as it lies in the database. */
async function tell(kind: string, fits: (plan: PlannedCase) => boolean) {
  const plan = plans.find((one) => fits(one) && long(one))
  if (!plan) throw new Error(`no case is planned that is ${kind}`)
  const { number, whole } = await tellOne(stage, plan)
  if (!whole) throw new Error(`the case that is ${kind} stayed where it was`)
  const row = await caseOf(number)
  if (!row) throw new Error(`the case that is ${kind} did not come to be`)
  return { plan, number, ...row }
}

const ownGuides = ['idcard-renew', 'residence-permit', 'passport', 'marriage', 'medical-remote', 'fund-withdraw', 'company-register', 'individual-register', 'food-business', 'public-place-hygiene', 'water-permit', 'realestate-transfer', 'lawyer', 'gov-info'] // prettier-ignore

test('fourteen items run from end to end, and between them cover every kind of handling', { timeout: 240_000 }, async () => {
  const ends: Awaited<ReturnType<typeof tell>>[] = []
  for (const guide of ownGuides) {
    const [special, online] = [guide === 'food-business', !['marriage', 'fund-withdraw', 'company-register'].includes(guide)]
    const fits = ({ item, fate, between, where }: PlannedCase) =>
      item.guide === guide && fate === 'granted' && (between === 'special') === special && (where === 'online') === online
    ends.push(await tell(guide, fits))
  }
  expect(ends.filter(({ state }) => state !== 'delivered').map(({ plan }) => plan.item.guide)).toEqual([])
  const some = (has: (end: (typeof ends)[number]) => boolean) => ends.filter(has).map(({ plan }) => plan.item.guide)
  for (const mode of ['preview', 'verify', 'full'])
    expect(some(({ online_mode, channel }) => online_mode === mode && channel === 'portal')).not.toEqual([])
  expect(some(({ channel }) => channel === 'counter')).toContain('marriage')
  expect(some(({ handling }) => handling === 'instant')).toContain('individual-register')
  expect(some(({ handling }) => handling === 'committed')).toContain('food-business')
  expect(some(({ applicant_kind }) => applicant_kind === 'person')).toContain('passport')
  expect(some(({ applicant_kind }) => applicant_kind === 'organisation')).toContain('company-register')
  expect(some(({ licence_identifier }) => licence_identifier !== null)).toContain('food-business')
  expect(some(({ licence_identifier }) => licence_identifier === null)).toContain('medical-remote')
  expect(some(({ decision }) => decision === 'forwarded')).toEqual(['lawyer'])
  const paid = await sql<{ key: string }>`select subject_key as key from payments.payment_notice where state = 'paid'`.execute(db())
  expect(some(({ number }) => paid.rows.some(({ key }) => key === number))).toEqual(['idcard-renew', 'passport', 'realestate-transfer'])
  expect(await stepsOf(ends.find(({ plan }) => plan.item.guide === 'food-business')?.number ?? '')).toEqual(
    expect.arrayContaining(['startSpecial', 'endSpecial', 'produce', 'deliver']),
  )
})

test('every way a case can go is told through the acts, and its days are those of the ledger', { timeout: 240_000 }, async () => {
  const of = (fate: PlannedCase['fate']) => tell(fate, (plan) => plan.fate === fate && plan.item.hasFlow && plan.between === 'nothing')
  for (const fate of ['refused', 'withdrawn', 'lapsed', 'aborted'] as const) expect(await of(fate)).toMatchObject({ state: fate })
  expect(await of('denied')).toMatchObject({ decision: 'denied', licence_identifier: null })
  const late = await of('late')
  expect(legalDay(new Date(late.completed_at ?? '')) > (late.committed_due ?? '9')).toBe(true)
  const unanswered = await of('unanswered')
  expect(await stepsOf(unanswered.number)).toContain('deemAccept')
  const moved = { suspended: ['suspend', 'resume'], extended: ['grantExtension'] } as const
  for (const between of ['suspended', 'extended'] as const) {
    const { number } = await tell(between, (plan) => plan.between === between && plan.fate === 'granted')
    expect(await stepsOf(number)).toEqual(expect.arrayContaining([...moved[between]]))
  }
  const { plan, number } = await tellRecent((one) => one.fate === 'forgotten' && today.getTime() - one.startsAt.getTime() > 35 * 86_400_000)
  expect(await caseOf(number)).toMatchObject({ state: 'accepted' })
  const limit = { value: plan.item.committedLimit?.value ?? 0, unit: plan.item.committedLimit?.unit ?? 'workday' }
  expect(isOverdue(dueDay(await ledgerOf(number), limit, officialCalendar), legalDay(today))).toBe(true)

  const { rows } = await sql<Row>`select * from cases.service_case where committed_value is not null and accepted_at is not null`.execute(
    db(),
  )
  expect(rows.length).toBeGreaterThan(15)
  for (const { case_number: told, committed_value: value, committed_unit: unit, committed_due } of rows) {
    const due = dueDay(await ledgerOf(told), { value: value ?? 0, unit }, officialCalendar)
    expect([told, committed_due]).toEqual([told, due.kind === 'due' ? due.day : null])
  }
})

async function tellRecent(fits: (plan: PlannedCase) => boolean) {
  const plan = plans.find(fits)
  if (!plan) throw new Error('no such case is planned')
  const { number } = await tellOne(stage, plan)
  return { plan, number }
}

/** Delivered by courier without a parcel that was signed for, or over the counter while the courier was to bring it. */
const claimed = sql<{ n: number }>`select count(*)::int as n from cases.delivery d join cases.service_case c using (case_number)
  left join logistics.waybill w on w.number = d.waybill
  where (d.method = 'courier' and w.state is distinct from 'signed')
    or (d.method = 'counter' and c.delivery ->> 'method' = 'courier' and exists (select 1 from logistics.waybill o where o.subject_kind = 'case' and o.subject_key = c.case_number))`

test('what was told happened in office hours before today, left no work behind, rang no telephone, and the audit chain holds', async () => {
  const { rows } = await sql<{ at: string }>`select at from kernel.audit where actor_kind = 'staff' and act like 'cases.%'`.execute(db())
  expect(rows.length).toBeGreaterThan(100)
  for (const { at } of rows) expect([at, officialCalendar.isWorkday(legalDay(new Date(at))) && new Date(at) <= today]).toEqual([at, true])
  expect(await count(sql`select count(*)::int as n from cases.service_case where since > ${today}`)).toBe(0)
  expect(await count(sql`select count(*)::int as n from pgboss.job where name = 'kernel.aside' and state <> 'completed'`)).toBe(0)
  expect(await count(sql`select count(*)::int as n from kernel.audit where outcome = 'denied'`)).toBe(0)
  expect(await count(sql`select count(*)::int as n from messages.delivery where state <> 'delivered'`)).toBe(0)
  expect(await count(sql`select count(*)::int as n from cases.delivery where method = 'courier'`)).toBeGreaterThan(0)
  expect(await count(claimed)).toBe(0)
  expect(await (await fetch(`${sandbox.address}/inbox.json`)).json()).toEqual([])
  while ((await linkAudit(db())) === 5000);
  expect(await verifyAudit(db())).toMatchObject({ whole: true, waiting: 0 })
})

test('stopped and started again it goes on where it was, and tells nothing twice', { timeout: 120_000 }, async () => {
  const notes = () => count(sql`select count(*)::int as n from kernel.audit where act = 'demo.case'`)
  const before = (await notes()) ?? 0
  const cases = (await count(sql`select count(*)::int as n from cases.service_case`)) ?? 0
  const progress: number[] = []
  const first = makeHistory({
    ...making(),
    total: before + 4,
    onProgress: (done) => {
      progress.push(done - before)
      if (done === before + 2) void first.stop()
    },
  })
  await first.finished
  expect([progress, await notes()]).toEqual([[0, 1, 2], before + 2])
  await makeHistory({ ...making(), total: before + 4 }).finished
  await makeHistory({ ...making(), total: before + 4 }).finished
  expect(await notes()).toBe(before + 4)
  expect(await count(sql`select count(*)::int as n from cases.service_case`)).toBe(cases + 4)
  const { rows } = await sql<{
    index: number
  }>`select (subject->>'index')::int as index from kernel.audit where act = 'demo.case' order by position desc limit 4`.execute(db())
  expect(rows.map(({ index }) => index - before)).toEqual([3, 2, 1, 0])
})

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
