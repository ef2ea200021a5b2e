import { join } from 'node:path'
import type { Settings } from '@yiwang/kernel'
import { demoPassword, openSandbox } from '@yiwang/sandbox'
import { makeHistory, type History } from '../demo/history/make-history.ts'
import { turnstile, type Turnstile } from '../demo/history/turns.ts'
import { demoStaff } from '../demo/staff.ts'
import { seedDemo } from '../demo/seed.ts'
import { serve, type Running } from './serve.ts'

/** `yiwang start`: everything in one process, with the sandbox as the outside world. */
export async function start(settings: Settings): Promise<Running> {
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

function sayProgress(done: number, total: number): string {
  const bar = '█'.repeat(tenth(done, total)).padEnd(10, '░')
  return `  ${bar}  演示办件 demo cases  ${done} / ${total}${done >= total ? '  完成 done' : '（后台生成，页面可正常使用 made in the background)'}`
}

function announce(settings: Settings, sandbox: string | undefined): void {
  const lines = [
    ['门户 portal', `${settings.publicUrl}/`],
    ['工作台 console', `${settings.publicUrl}/console/`],
    ['接口 API', `${settings.publicUrl}/api/v1/openapi.json`],
    ...(sandbox === undefined ? [] : [['外部系统沙箱 sandbox', `${sandbox}/`]]),
  ]
  if (sandbox !== undefined)
    lines.push([
      '演示账号 demo accounts',
      `npm run yiwang -- demo accounts（口令 password: ${demoPassword}；共 ${demoStaff().length} 个工作人员账号）`,
    ])
  console.log(`\n一网 Yiwang\n${lines.map(([name, address]) => `  ${name}  ${address}`).join('\n')}\n`)
}
