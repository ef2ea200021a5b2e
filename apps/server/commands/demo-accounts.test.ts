import { numbersWithAccount } from '@yiwang/sandbox'
import { afterEach, expect, test, vi } from 'vitest'
import { listDemoAccounts } from './demo-accounts.ts'

afterEach(() => vi.restoreAllMocks())

test('who can sign in to the demo is told without asking the sandbox, wherever it runs', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(listDemoAccounts(true)).toBe(0)
  const { users, staff } = JSON.parse(String(said.mock.calls[0]?.[0])) as { users: { kind: string; login: string }[]; staff: unknown[] }
  expect(users.map(({ kind }) => kind)).toEqual(['person', 'person', 'person', 'person', 'organisation', 'organisation'])
  expect(users.slice(4).every(({ login }) => numbersWithAccount().has(login))).toBe(true)
  expect(staff.length).toBeGreaterThan(3)
})
