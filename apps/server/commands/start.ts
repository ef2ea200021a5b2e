import { join } from 'node:path'
import type { Settings } from '@yiwang/kernel'
import { openSandbox } from '@yiwang/sandbox'
import { demoPassword, demoStaff } from '../demo/staff.ts'
import { seedDemo } from '../demo/seed.ts'
import { serve, type Running } from './serve.ts'

/** `yiwang start`: everything in one process, with the sandbox as the outside world. */
export async function start(settings: Settings): Promise<Running> {
  const sandbox = settings.mode === 'production' ? undefined : await openOutsideWorld(settings)
  try {
    const running = await serve(settings, 'all')
    if (sandbox) await seedDemo(running.house)
    announce(settings, sandbox?.address)
    return {
      ...running,
      close: async () => {
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
