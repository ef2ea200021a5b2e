import { fork } from 'node:child_process'

export interface RunningServer {
  port: number
  pid: number
  stop(): Promise<void>
}

/** The server of the product in a process of its own; its log, a line an answer as ever, goes nowhere. */
export async function startServer(databaseUrl: string, connections: number): Promise<RunningServer> {
  const profiled = process.env['PROFILE'] === 'server' ? ['--cpu-prof', '--cpu-prof-name=server.cpuprofile'] : []
  const child = fork(new URL('./server.ts', import.meta.url), [databaseUrl, String(connections)], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...profiled],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const port = await new Promise<number>((heard, failed) => {
    child.once('message', (message) => heard(Number(message)))
    child.once('exit', () => failed(new Error('the server did not start')))
  })
  return {
    port,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((stopped) => {
        child.once('exit', () => stopped())
        child.disconnect()
      }),
  }
}
