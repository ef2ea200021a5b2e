import { bugsAtTheEdge } from './edge-bugs.ts'

/** One rule taken out of the house, and the tests that must notice. */
export interface Bug {
  name: string
  file: string
  /** Stands in the file exactly once. */
  rule: string
  /** What stands there instead. */
  instead: string
  noticedBy: readonly string[]
}

const kernel = 'platform/kernel'
const acts = 'platform/kernel/perform.test.ts'

export const bugs: readonly Bug[] = [
  // one act, one transaction, once
  {
    name: 'no remembered answer',
    file: `${kernel}/perform.ts`,
    rule: 'if (before) return',
    instead: 'if (before && !before) return',
    noticedBy: [acts],
  },
  {
    name: 'a key with another request',
    file: `${kernel}/perform.ts`,
    rule: 'if (rows[0]?.request_digest !== digest)',
    instead: 'if (!rows[0])',
    noticedBy: [acts],
  },
  { name: 'no outbox', file: `${kernel}/perform.ts`, rule: '  await enqueueAll(ground, tx, trail)\n', instead: '', noticedBy: [acts] },
  {
    name: 'reply before the commit',
    file: `${kernel}/transact.ts`,
    rule: "    await client.query('commit')\n",
    instead: "    void client.query('commit')\n",
    noticedBy: [`${kernel}/transact.test.ts`, `${kernel}/prepared-client.test.ts`],
  },
  {
    name: 'a failed act is committed',
    file: `${kernel}/transact.ts`,
    rule: "await client.query('rollback')",
    instead: "await client.query('commit')",
    noticedBy: [`${kernel}/transact.test.ts`],
  },
  {
    name: 'a deadlock is told instead of tried again',
    file: `${kernel}/perform.ts`,
    rule: "code === '40P01' || code === '40001'",
    instead: "code === 'none'",
    noticedBy: [`${kernel}/transact.test.ts`],
  },
  {
    name: 'a reaction twice',
    file: `${kernel}/reactions.ts`,
    rule: 'if (noted.rows.length === 0) return',
    instead: 'void noted',
    noticedBy: [`${kernel}/reactions.test.ts`],
  },
  {
    name: 'orphans are left lying',
    file: `${kernel}/jobs.ts`,
    rule: 'if (name !== undefined) await giveBackOrphans(boss, name)',
    instead: 'void giveBackOrphans',
    noticedBy: [`${kernel}/jobs.test.ts`],
  },
  {
    name: 'a changed audit entry is passed over',
    file: `${kernel}/audit.ts`,
    rule: "!== hash) return { link, position, reason: 'changed' }",
    instead: "=== '') return { link, position, reason: 'changed' }",
    noticedBy: [acts],
  },
  // who may, and what is within reach
  {
    name: 'no grant reaches everything',
    file: `${kernel}/permissions.ts`,
    rule: 'if (grants.length === 0) return sql<SqlBool>`false`',
    instead: 'if (grants.length === 0) return sql<SqlBool>`true`',
    noticedBy: [`${kernel}/reactions.test.ts`],
  },
  {
    name: 'a dimension the rows lack is passed over',
    file: `${kernel}/permissions.ts`,
    rule: 'return column === undefined || values.length === 0 ? sql<SqlBool>`false`',
    instead: 'return column === undefined || values.length === 0 ? sql<SqlBool>`true`',
    noticedBy: [acts],
  },
  {
    name: 'the level is not asked',
    file: `${kernel}/permissions.ts`,
    rule: "by.kind !== 'user' || (by.level ?? 0) >= (permission.level ?? 0)",
    instead: 'true',
    noticedBy: [acts],
  },
  {
    name: 'a cookie from another site',
    file: `${kernel}/doorkeeper.ts`,
    rule: '    refuseCrossSite(request)\n',
    instead: '    void refuseCrossSite\n',
    noticedBy: [acts],
  },
  {
    name: 'a case out of reach is handled',
    file: 'modules/cases/case-store.ts',
    rule: '    .where(within(by, permission, caseScope))\n    .forUpdate()',
    instead: '    .forUpdate()',
    noticedBy: ['modules/cases/accept.test.ts'],
  },
  {
    name: 'another’s case is withdrawn',
    file: 'modules/cases/case-store.ts',
    rule: ".where('account_id', '=', by.id).forUpdate()",
    instead: '.forUpdate()',
    noticedBy: ['modules/cases/withdraw.test.ts'],
  },
  {
    name: 'another’s file is read',
    file: 'modules/documents/routes.ts',
    rule: 'file.keptBy) !== by.id)',
    instead: "file.keptBy) === '')",
    noticedBy: ['modules/documents/documents.test.ts'],
  },
  // locks
  {
    name: 'two at one case, no lock',
    file: 'modules/cases/case-store.ts',
    rule: '    .where(within(by, permission, caseScope))\n    .forUpdate()\n',
    instead: '    .where(within(by, permission, caseScope))\n',
    noticedBy: ['modules/cases/handling-races.test.ts'],
  },
  {
    name: 'two codes to one phone at once',
    file: 'modules/identity/codes/send-code.ts',
    rule: '  await lockPhone(act.tx, phoneKey)\n',
    instead: '  void lockPhone\n',
    noticedBy: ['modules/identity/guessing.test.ts', 'modules/identity/identity.test.ts'],
  },
  {
    name: 'one decision, two licences at once',
    file: 'modules/licences/issue-licence.ts',
    rule: '  await lockSubject(act.tx, wish.subject)\n',
    instead: '  void lockSubject\n',
    noticedBy: ['modules/licences/issue-licence.test.ts'],
  },
  // law
  {
    name: 'an act in any state',
    file: 'modules/cases/require-lawful.ts',
    rule: 'if (!can(act, found))',
    instead: 'if (!can(act, found) && found.caseNumber === "")',
    noticedBy: ['modules/cases/accept.test.ts'],
  },
  {
    name: 'decided without examination',
    file: 'modules/cases/decide.ts',
    rule: 'if (flow && !flow.ended)',
    instead: 'if (flow && !flow)',
    noticedBy: ['modules/cases/examination.test.ts'],
  },
  {
    name: 'decided before it is paid',
    file: 'modules/cases/decide.ts',
    rule: 'if (owed.length > 0)',
    instead: 'if (owed.length < 0)',
    noticedBy: ['modules/cases/examination.test.ts', 'modules/cases/handling.test.ts', 'modules/cases/delivery.test.ts'],
  },
  {
    name: 'who examined decides alone',
    file: 'modules/cases/decide.ts',
    rule: 'if (didItAll(examiners, act.by.id))',
    instead: 'if (!didItAll)',
    noticedBy: ['modules/cases/examination.test.ts'],
  },
  {
    name: 'calendar days for workdays',
    file: 'standards/time-limit.ts',
    rule: "limit.unit === 'workday' ? calendar.addWorkdays(after, left) :",
    instead: 'calendar === undefined ? after :',
    noticedBy: ['standards/time-limit.test.ts'],
  },
  {
    name: 'the day of the start is counted',
    file: 'standards/time-limit.ts',
    rule: 'return run.from <= start ? start : addDays(run.from, -1)',
    instead: 'return addDays(run.from, -1)',
    noticedBy: ['standards/time-limit.test.ts'],
  },
  {
    name: 'a visit too many',
    file: 'modules/cases/visits.ts',
    rule: 'next <= atMost[onlineMode]',
    instead: 'next <= atMost[onlineMode] + 1',
    noticedBy: ['modules/cases/rules.test.ts', 'modules/cases/three-modes.test.ts'],
  },
  {
    name: 'seventeen is of age',
    file: 'standards/person-id.ts',
    rule: 'ageOn(birthDate, day) < 18',
    instead: 'ageOn(birthDate, day) < 17',
    noticedBy: ['standards/person-id.test.ts'],
  },
  ...bugsAtTheEdge,
]
