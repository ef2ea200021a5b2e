import { sql } from 'kysely'
import type { Actor } from '@yiwang/kernel'
import { expect, test } from 'vitest'
import { completed, decided, must, openOffice, paperOnly, people, send } from './handling.testing.ts'
import type { CaseState } from './contract.ts'
import { lawfulActs, lawfulIn, type CaseAct } from './lifecycle.ts'
import { anAcceptedCase, aSubmittedCase, type CaseHall } from './testing.ts'

const anyId = '01890a5d-ac96-774b-bcce-b302099a8057'
const materials = [{ code: 'lease', source: 'paper' }]
/** Every act somebody sends by HTTP: who may (staff by grant, or the applicant), where, with a body that is sound. */
const acts: readonly { act: CaseAct; by: 'staff' | 'applicant'; path: string; body?: unknown }[] = [
  { act: 'requestCorrection', by: 'staff', path: 'correction-request', body: { items: [{ code: 'lease', what: '补全' }] } },
  { act: 'resubmit', by: 'staff', path: 'correction', body: { materials } },
  { act: 'resubmit', by: 'applicant', path: 'correction', body: { materials } },
  { act: 'preAccept', by: 'staff', path: 'pre-acceptance', body: {} },
  { act: 'accept', by: 'staff', path: 'acceptance', body: { originalsSeen: [], deferred: [] } },
  { act: 'refuse', by: 'staff', path: 'refusal', body: { reason: '不属于本机关职权范围' } },
  { act: 'lookUpLicences', by: 'staff', path: 'licence-look-ups', body: { purpose: '核对资格' } },
  { act: 'claimTask', by: 'staff', path: `tasks/${anyId}/claim` },
  { act: 'claimTask', by: 'staff', path: `tasks/${anyId}/release` },
  { act: 'completeTask', by: 'staff', path: `tasks/${anyId}/completion`, body: { opinion: '属实', outcome: 'agree' } },
  { act: 'noteExamination', by: 'staff', path: 'examination', body: { opinion: '符合' } },
  { act: 'startSpecial', by: 'staff', path: 'special-procedures', body: { kind: 'B', name: '实地核查', reason: '需要核查' } },
  { act: 'endSpecial', by: 'staff', path: `special-procedures/${anyId}/end`, body: { result: '符合' } },
  { act: 'suspend', by: 'staff', path: 'suspension', body: { reason: '等待答复' } },
  { act: 'resume', by: 'staff', path: 'resumption' },
  { act: 'requestExtension', by: 'staff', path: 'extension-requests', body: { workdays: 3, reason: '情况复杂' } },
  { act: 'grantExtension', by: 'staff', path: 'extension-grants', body: { requestId: anyId, granted: true } },
  { act: 'requestAbort', by: 'staff', path: 'abort-requests', body: { reason: '无法继续' } },
  { act: 'abort', by: 'staff', path: 'abortion', body: { requestId: anyId, granted: true } },
  { act: 'withdraw', by: 'applicant', path: 'withdrawal', body: {} },
  { act: 'supplyDeferred', by: 'applicant', path: 'deferred-materials', body: { materials } },
  { act: 'supplyDeferred', by: 'staff', path: 'deferred-materials', body: { materials } },
  { act: 'decide', by: 'staff', path: 'decision', body: { decision: 'approved', reasons: '符合条件' } },
  { act: 'produce', by: 'staff', path: 'production' },
  { act: 'complete', by: 'staff', path: 'completion' },
  { act: 'chooseDelivery', by: 'staff', path: 'delivery-choice', body: { method: 'counter' } },
  { act: 'chooseDelivery', by: 'applicant', path: 'delivery-choice', body: { method: 'counter' } },
  { act: 'deliver', by: 'staff', path: 'delivery', body: { method: 'counter', signedBy: '张测试', originalsSeen: ['lease'] } },
  { act: 'noteMismatch', by: 'staff', path: 'original-mismatches', body: { items: [{ code: 'lease', what: '租期已满' }] } },
  { act: 'rescind', by: 'staff', path: 'rescission', body: { reasons: '原件与材料不一致' } },
]

/** Nobody sends these: the clock does. */
const byTheSystem: readonly CaseAct[] = ['lapse', 'deemAccept', 'archive']

test('the matrix leaves out no act', () => {
  expect(new Set([...acts.map(({ act }) => act), ...byTheSystem])).toEqual(new Set(Object.keys(lawfulIn)))
})

/** Told elsewhere, since one request does several acts (handle-at-once.test.ts) or none that moves the case (case-view.test.ts). */
const elsewhere = ['immediate-handling', 'identity-check']

test('the matrix leaves out no route by which somebody acts upon a case', async (t) => {
  const { hall } = await openOffice(t)
  const { paths } = (await hall.stranger.get('/openapi.json')).body as { paths: Record<string, { post?: unknown }> }
  const acting = Object.entries(paths).flatMap(([path, { post }]) => {
    const [, whose = '', act = ''] = /^\/api\/v1(\/my)?\/cases\/\{caseNumber\}\/(.+)$/.exec(path) ?? []
    return post && act !== '' && !elsewhere.includes(act) ? [`${whose}/${act.replaceAll(/\{\w+\}/g, anyId)}`] : []
  })
  const inMatrix = acts.map(({ by, path }) => `${by === 'staff' ? '' : '/my'}/${path}`)
  expect(new Set(acting)).toEqual(new Set(inMatrix))
})

const waysTo: Record<CaseState, (office: CaseHall, number: string) => Promise<void>> = {
  submitted: async () => undefined,
  correcting: (office, n) => must(send(office, office.clerk, n, 'correction-request', { items: [{ code: 'lease', what: '补全' }] })),
  preAccepted: (office, n) => must(send(office, office.clerk, n, 'pre-acceptance', {})),
  accepted: (office, n) => must(send(office, office.clerk, n, 'acceptance', { originalsSeen: [], deferred: [] })),
  suspended: async (office, n) => {
    await waysTo.accepted(office, n)
    await must(send(office, office.clerk, n, 'suspension', { reason: '等待答复' }))
  },
  decided: async (office, n) => {
    await waysTo.accepted(office, n)
    await decided(office, n)
  },
  completed: async (office, n) => {
    await waysTo.accepted(office, n)
    await completed(office, n)
  },
  delivered: async (office, n) => {
    await waysTo.completed(office, n)
    await must(send(office, office.clerk, n, 'delivery', { method: 'counter', signedBy: '张测试', originalsSeen: ['lease'] }))
  },
  archived: async (office, n) => {
    await waysTo.refused(office, n)
    await office.hall.runJob('documents.makePapers')
    office.hall.clock.advance(24 * 3_600_000)
    await office.hall.runJob('cases.archive')
  },
  refused: (office, n) => must(send(office, office.clerk, n, 'refusal', { reason: '不属于本机关职权范围' })),
  withdrawn: (office, n) => must(office.hall.as(office.person).post(`/my/cases/${n}/withdrawal`, {})),
  lapsed: async (office, n) => {
    await waysTo.correcting(office, n)
    office.hall.clock.advance(60 * 24 * 3_600_000)
    await office.hall.runJob('cases.lapse')
  },
  aborted: async (office, n) => {
    await waysTo.accepted(office, n)
    await must(send(office, office.clerk, n, 'abort-requests', { reason: '申请人死亡' }))
    const { requests } = (await office.hall.as(office.clerk).get(`/cases/${n}`)).body
    await must(send(office, people(office).decider, n, 'abortion', { requestId: requests[0].id, granted: true }))
  },
  rescinded: async (office, n) => {
    await waysTo.completed(office, n)
    await must(send(office, office.clerk, n, 'original-mismatches', { items: [{ code: 'lease', what: '租期已满' }] }))
    await must(send(office, people(office).decider, n, 'rescission', { reasons: '原件与材料不一致，不符合法定条件。' }))
  },
}

/** Every row of the module, every event, paper, notice and waybill, as one digest. */
async function everything({ hall }: CaseHall): Promise<string> {
  const tables = ['draft', 'service_case', 'material', 'clock_entry', 'flow', 'flow_task', 'flow_timer', 'step', 'special_procedure']
  const more = ['correction', 'approval_request', 'delivery', 'archive_package']
  const all = [...tables, ...more].map((name) => `cases.${name}`)
  all.push('kernel.event', 'documents.paper', 'payments.payment_notice', 'logistics.waybill', 'licences.licence', 'licences.look_up')
  const parts = all.map(
    (name) => sql`select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as part from ${sql.table(name)} r`,
  )
  const { rows } = await sql<{
    whole: string
  }>`select string_agg(part, ',') as whole from (${sql.join(parts, sql` union all `)}) p`.execute(hall.house.db)
  return rows[0]?.whole ?? ''
}

const states = Object.keys(waysTo) as CaseState[]

test.for(states)(
  'in state %s every act the law does not name is refused, and every act by every wrong person',
  { timeout: 60_000 },
  async (state, t) => {
    const office = await openOffice({ onTestFinished: (run) => t.onTestFinished(run) })
    const mode = state === 'preAccepted' ? ({ onlineMode: 'preview', visits: 2 } as const) : {}
    const caseNumber = await aSubmittedCase(office, await office.item({ ...paperOnly, ...mode }))
    await waysTo[state](office, caseNumber)
    const { hall, clerk, otherClerk, person, otherPerson } = office
    expect((await hall.as(clerk).get(`/cases/${caseNumber}`)).body.state).toBe(state)
    await hall.settle()
    const before = await everything(office)

    for (const { act, by, path, body } of acts) {
      const url = `${by === 'staff' ? '/cases' : '/my/cases'}/${caseNumber}/${path}`
      const ask = async (who: Actor) => (await hall.as(who).post(url, body)).status
      const wrong: [string, number, number][] =
        by === 'staff'
          ? [
              ['a stranger', (await hall.stranger.post(url, body)).status, 401],
              ['the applicant', await ask(person), 403],
              ['another user', await ask(otherPerson), 403],
              ['a clerk of another body', await ask(otherClerk), 404],
              ['a clerk without the permission', await ask({ ...clerk, grants: [] }), 403],
            ]
          : [
              ['a stranger', (await hall.stranger.post(url, body)).status, 401],
              ['another user', await ask(otherPerson), 404],
              ['a clerk', await ask(clerk), 403],
            ]
      for (const [who, status, expected] of wrong) expect(status, `${act} by ${who}`).toBe(expected)
      if ((lawfulIn[act] as readonly string[]).includes(state)) continue
      const refusal = await hall.as(by === 'staff' ? clerk : person).post(url, body)
      expect(refusal, act).toMatchObject({ status: 409, body: { type: 'case.notLawful', act, state, lawful: lawfulActs(state) } })
    }
    await hall.runJob('cases.deemAccept')
    await hall.runJob('cases.lapse')
    await hall.runJob('cases.fireTimers')
    expect(await hall.settle()).toBe(0)
    expect(await everything(office)).toBe(before)
  },
)

test('a case that is not there is answered like one out of reach, for every act', async (t) => {
  const office = await openOffice(t)
  await anAcceptedCase(office, await office.item(paperOnly))
  const before = await everything(office)
  for (const { act, by, path, body } of acts) {
    const who = by === 'staff' ? office.clerk : office.person
    const url = `${by === 'staff' ? '/cases' : '/my/cases'}/33010220260302000000X/${path}`
    expect((await office.hall.as(who).post(url, body)).body.type, act).toBe('case.notFound')
  }
  expect(await everything(office)).toBe(before)
})
