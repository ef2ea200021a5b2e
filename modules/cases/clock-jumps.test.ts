import { linkAudit, verifyAudit } from '@yiwang/kernel'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { doTask, granted, must, openOffice, paperOnly, people, send, view } from './handling.testing.ts'
import { aSubmittedCase, lease, statement, type CaseHall } from './testing.ts'

const day = 86_400_000

/** Every act of a case that is corrected, suspended, lengthened and visited on its way, in order. */
async function actsOf(office: CaseHall): Promise<(() => Promise<void>)[]> {
  const { clerk, person, hall } = office
  const { examiner, decider } = people(office)
  const item = await office.item({ ...paperOnly, materials: [lease, statement] })
  let caseNumber = ''
  const act = (by: typeof clerk, path: string, body?: unknown) => () => must(send(office, by, caseNumber, path, body))
  return [
    async () => {
      caseNumber = await aSubmittedCase(office, item)
    },
    act(clerk, 'correction-request', { items: [{ code: 'lease', what: '补全' }] }),
    async () => {
      const materials = [{ code: 'lease', source: 'upload', fileId: await office.aFile(person) }]
      await must(hall.as(person).post(`/my/cases/${caseNumber}/correction`, { materials }))
    },
    act(clerk, 'acceptance', { originalsSeen: [], deferred: [] }),
    act(clerk, 'suspension', { reason: '等待上级答复' }),
    act(clerk, 'resumption'),
    act(clerk, 'special-procedures', { kind: 'B', name: '实地核查', reason: '需要核查' }),
    async () => {
      const open = (await view(office, caseNumber)).specialProcedures.at(-1)
      await must(send(office, clerk, caseNumber, `special-procedures/${open.id}/end`, { result: '符合' }))
    },
    () => must(doTask(office, examiner, caseNumber, 'agree')),
    () => must(doTask(office, decider, caseNumber, 'approve')),
    act(decider, 'decision', granted),
    act(clerk, 'completion'),
    async () => {
      const steps = (await view(office, caseNumber)).steps as { startedAt: string; endedAt: string }[]
      expect(steps.length).toBeGreaterThan(8)
      expect(steps.filter(({ startedAt, endedAt }) => startedAt > endedAt)).toEqual([])
    },
  ]
}

/** What was counted below nothing, or in an order that time does not have. */
const wrong = (office: CaseHall) =>
  sql`select 'ledger goes back' as what from (select day, lag(day) over (partition by case_number order by position) as before
      from cases.clock_entry) as entries where day < before
    union all select 'due before it began' from cases.service_case where committed_due < accepted_at::date - 1 or statutory_due < committed_due
    union all select 'a task closed before it was open' from cases.flow_task where closed_at < opened_at`.execute(office.hall.house.db)

test.each([
  ['ahead', 1, 0],
  ['ahead, first', 1, 1],
  ['back', -1, 0],
  ['back, first', -1, 1],
] as const)(
  'the clock jumps a day %s, and returns, between any two acts: each is done, nothing takes less than no time, the chain is whole',
  { timeout: 60_000 },
  async (_words, days, first) => {
    const office = await openOffice({ onTestFinished })
    const begin = Date.parse('2026-03-04T09:00:00+08:00')
    for (const [nth, act] of (await actsOf(office)).entries()) {
      office.hall.clock.set(new Date(begin + nth * 1000 + (nth % 2 === first ? days * day : 0)))
      await act()
      await office.hall.settle()
    }
    expect((await wrong(office)).rows).toEqual([])
    while ((await linkAudit(office.hall.house.db)) > 0);
    expect(await verifyAudit(office.hall.house.db)).toMatchObject({ whole: true, waiting: 0 })
  },
)
