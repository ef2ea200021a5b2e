import { openSandbox, type SandboxSecrets } from './index.ts'

const names = {
  registers: 'SANDBOX_REGISTER_SECRET',
  messages: 'SANDBOX_MESSAGES_KEY',
  payments: 'SANDBOX_PAYMENT_SECRET',
  courier: 'SANDBOX_COURIER_SECRET',
} satisfies Record<keyof SandboxSecrets, string>

const missing = Object.values(names).filter((name) => (process.env[name] ?? '').length < 16)
if (missing.length > 0) {
  console.error(`请设置以下环境变量（至少 16 个字符）：${missing.join('、')}`)
  process.exit(2)
}

const setting = (name: string): string => process.env[name] ?? ''
const sandbox = await openSandbox({
  port: Number(process.env['SANDBOX_PORT'] ?? 8090),
  host: process.env['SANDBOX_HOST'] ?? '127.0.0.1',
  ...(setting('SANDBOX_FOLDER') !== '' && { folder: setting('SANDBOX_FOLDER') }),
  ...(setting('SANDBOX_PUBLIC_URL') !== '' && { publicUrl: setting('SANDBOX_PUBLIC_URL') }),
  ...(setting('SANDBOX_CALLERS') !== '' && { callers: setting('SANDBOX_CALLERS').split(',') }),
  ...(setting('SANDBOX_ALLOWED_HOSTS') !== '' && { allowedHosts: setting('SANDBOX_ALLOWED_HOSTS').split(',') }),
  secrets: {
    registers: setting(names.registers),
    messages: setting(names.messages),
    payments: setting(names.payments),
    courier: setting(names.courier),
  },
})
console.log(`外部系统沙箱：${sandbox.address}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close())
