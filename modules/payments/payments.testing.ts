/** What the tests of payments share: a hall and a sandbox that talk over real HTTP, a notice, and ways to pay it. */
import type { AddressInfo } from 'node:net'
import { aUser, openHall, type Hall } from '@yiwang/testing'
import { expect, type TestContext } from 'vitest'
import { balances, issueNotice, noticesOf, payments, sandboxPlatform } from './index.ts'

export const subject = { kind: 'case', key: '33010220260302000000' }
export const body = { code: '113301020025002871', division: '330102' }
export const items = [
  { code: 'F01', name: '期满换领工本费', amountFen: 2000 },
  { code: 'F02', name: '邮寄费', amountFen: 1200 },
]
export const payer = aUser('user-1')

/** What these tests need of a sandbox; they open it themselves, since a module's own files know no app. */
export interface Platform {
  address: string
  clock: { now: () => Date; advance: (seconds: number) => void }
  call: (
    method: 'GET' | 'POST',
    target: string,
    body?: unknown,
    how?: { secret?: string },
  ) => Promise<{ status: number; body: Record<string, unknown> }>
  browse: (target: string, form?: Record<string, string>) => Promise<unknown>
  runDue: () => Promise<void>
  close: () => Promise<void>
}

export interface Opened {
  hall: Hall
  sandbox: Platform
}

/** Hall and sandbox talk over real HTTP, both ways; the sandbox acts when told to. */
export async function openBeside(sandbox: Platform, secret: string, t: TestContext): Promise<Opened> {
  t.onTestFinished(() => sandbox.close())
  const clock = sandbox.clock
  let port = 0
  const platform = () =>
    sandboxPlatform({
      url: sandbox.address,
      secret,
      clock,
      notifyUrl: `http://127.0.0.1:${port}/api/v1/payments/callbacks`,
    })
  const hall = await openHall(t, {
    modules: [payments],
    connections: 4,
    outside: {
      paymentPlatform: {
        order: (asked) => platform().order(asked),
        find: (key) => platform().find(key),
        close: (key) => platform().close(key),
        refund: (asked) => platform().refund(asked),
        isItsCallback: (sent) => platform().isItsCallback(sent),
      },
    },
    settings: { publicUrl: 'http://127.0.0.1:8080' },
  })
  await hall.app.listen({ port: 0, host: '127.0.0.1' })
  port = (hall.app.server.address() as AddressInfo).port
  return { hall, sandbox }
}

export async function aNotice({ hall }: Opened) {
  return hall.act((act) => issueNotice(act, { subject, body, payer: { accountId: 'user-1', name: '张测试' }, items }))
}

export async function openCashier({ hall }: Opened, number: string): Promise<string> {
  const answer = await hall.as(payer).post(`/my/payments/${number}/order`)
  expect(answer.status).toBe(200)
  return new URL(answer.body.cashierUrl).pathname
}

export async function pay(opened: Opened, number: string): Promise<void> {
  await opened.sandbox.browse(`${await openCashier(opened, number)}/payment`, { channel: 'wechat' })
  await opened.sandbox.runDue()
}

export const mode = (sandbox: Platform, name: string, more: object = {}) =>
  fetch(`${sandbox.address}/modes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'payments', mode: name, ...more }),
  })
export const stateOf = async (hall: Hall) => (await noticesOf(hall.house.db, subject))[0]?.state
export const settled = async (hall: Hall) => (await hall.published()).filter((event) => event.name === 'payment.settled')
export const total = async (hall: Hall) => Object.values(await balances(hall.house.db)).reduce((sum, one) => sum + one, 0)
