import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../..', import.meta.url))

export interface ChildServer {
  url: string
  environment: Record<string, string>
  /** Everything it has written so far, over all its lives. */
  log: string[]
  /** @returns how many milliseconds it took until it was ready */
  start(role?: 'all' | 'api' | 'worker'): Promise<number>
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
  pid(): number
}

/** `yiwang serve` in a process of its own, to be killed. */
export function childServer(port: number, environment: Record<string, string>): ChildServer {
  const url = `http://127.0.0.1:${port}`
  const log: string[] = []
  let child: ChildProcess | undefined
  const env = { ...environment, PORT: String(port), PUBLIC_URL: url }
  return {
    url,
    environment: env,
    log,
    pid: () => child?.pid ?? 0,
    start: async (role = 'all') => {
      const begin = performance.now()
      const args = ['--disable-warning=ExperimentalWarning', 'apps/server/main.ts', 'serve', '--role', role]
      const started = spawn(process.execPath, args, { cwd: home, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => log.push(chunk.toString('utf8')))
      child = started
      while (!(await isReady(url))) {
        if (started.exitCode !== null) throw new Error(`the server ended: ${log.join('').slice(-2000)}`)
        await pause(50)
      }
      return performance.now() - begin
    },
    kill: async (signal = 'SIGKILL') => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  )
}

export const pause = (milliseconds: number) => new Promise<void>((wake) => setTimeout(wake, milliseconds))

export function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
