import { join } from 'node:path'
import type { Settings } from '@yiwang/kernel'
import { demoPassword, openSandbox } from '@yiwang/sandbox'
import { registeredPeople } from '../demo/accounts.ts'
import { makeHistory, type History } from '../demo/history/make-history.ts'
import { turnstile, type Turnstile } from '../demo/history/turns.ts'
import { demoStaff } from '../demo/staff.ts'
import { seedDemo } from '../demo/seed.ts'
import { serve, type Running } from './serve.ts'

/** `yiwang start`: everything in one process, with the sandbox as the outside world. */
export async function start(given: Settings): Promise<Running> {
  const settings = given.mode === 'production' || given.logFile !== '' ? given : { ...given, logFile: join(given.folder, 'yiwang.log') }
  const sandbox = settings.mode === 'production' ? undefined : await openOutsideWorld(settings)
  try {
    const turns = turnstile()
    const running = await serve(settings, 'all', turns)
    if (sandbox) await seedDemo(running.house)
    announce(settings, sandbox?.address)
    const history = sandbox && settings.demoCases > 0 ? liven(settings, running, turns) : undefined
    return {
      ...running,
      close: async () => {
        await history?.stop()
        await running.close()
        await sandbox?.close()
      },
    }
  } catch (error) {
    await sandbox?.close()
    throw error
  }
}

function openOutsideWorld(settings: Settings) {
  const { port, hostname } = new URL(settings.sandboxUrl)
  return openSandbox({
    port: Number(port || 80),
    host: hostname,
    folder: join(settings.folder, 'sandbox'),
    allowedHosts: [new URL(settings.publicUrl).host],
    secrets: {
      registers: settings.registerSecret,
      messages: settings.messageKey,
      payments: settings.paymentSecret,
      courier: settings.courierSecret,
    },
  })
}

const tenth = (done: number, total: number) => Math.floor((done * 10) / total)

/** The historic cases of the demo, made while the pages can be used already. */
function liven(settings: Settings, { house, databaseUrl }: Running, turns: Turnstile): History {
  const { demoCases: total } = settings
  let told = -1
  return makeHistory({
    house,
    databaseUrl,
    total,
    turns,
    onProgress: (done) => {
      if (done < total) house.working.set('demo.history', { done, total })
      else house.working.delete('demo.history')
      if (tenth(done, total) > told && (told >= 0 || done < total)) console.log(sayProgress(done, total))
      told = tenth(done, total)
    },
  })
}

const drawn = (done: number, total: number) => '█'.repeat(tenth(done, total)).padEnd(10, '░')

function sayProgress(done: number, total: number): string {
  return `  ${drawn(done, total)}  演示办件 demo cases  ${done} / ${total}${done >= total ? '  完成 done' : '（后台生成，页面可正常使用 made in the background)'}`
}

/** What somebody who started the house wants to know, and nothing after it: requests go to the log. */
function announce(settings: Settings, sandbox: string | undefined): void {
  const { publicUrl, logFile } = settings
  const addresses = [
    ['门户 portal', `${publicUrl}/`],
    ['工作台 console', `${publicUrl}/console/`],
    ['接口 API', `${publicUrl}/api/v1/openapi.json`],
    ...(sandbox === undefined ? [] : [['沙箱 sandbox', `${sandbox}/`]]),
    ...(logFile === '' ? [] : [['日志 log', logFile]]),
  ]
  console.log(`\n一网 Yiwang\n${rows(addresses)}`)
  if (sandbox !== undefined) console.log(`\n演示账号 demo accounts（口令 password: ${demoPassword}）\n${rows(someAccounts())}`)
  console.log('')
}

/** One for each side of the counter; the command names the others. */
function someAccounts(): string[][] {
  const [person] = registeredPeople()
  const staff = demoStaff()
  const desks = ['market.counter', 'market.examiner', 'market.decider', 'manager'].flatMap((login) =>
    staff.filter((one) => one.login === login),
  )
  return [
    ['门户 portal', `${person?.phone ?? ''}  ${person?.name ?? ''}`],
    ...desks.map(({ login, title }) => ['工作台 console', `${login}  ${title}`]),
    ['全部 all', `npm run yiwang -- demo accounts（${registeredPeople().length + staff.length}）`],
  ]
}

/** Chinese signs are twice as wide on a terminal. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign > '⺀' ? 2 : 1), 0)

function rows(lines: string[][]): string {
  return lines.map(([name = '', text = '']) => `  ${name}${' '.repeat(Math.max(1, 18 - widthOf(name)))}${text}`).join('\n')
}
