/** A contestant runs in a process of its own, so that nobody's garbage or timers slow another, and is asked for one round at a time. */
import { fork } from 'node:child_process'
import { processorSeconds } from './processor-time.ts'

export interface Round {
  /** Acknowledged: the commit of the last step has come back. */
  done: number
  seconds: number
  /** Processor time of the contestant's own process. */
  processor: number
  milliseconds: readonly number[]
}

export interface Contestant {
  name: string
  round(seconds: number, clients: number): Promise<Round>
  stop(): Promise<void>
}

interface Order {
  seconds: number
  clients: number
}
type Report = { ready: true } | { round: Round } | { failed: string }

export async function startContestant(name: string, file: URL, args: readonly string[]): Promise<Contestant> {
  const child = fork(file, [...args], { execArgv: execArgvFor(name), stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const next = () =>
    new Promise<Report>((heard, failed) => {
      const ended = () => failed(new Error(`${name} ended`))
      child.once('exit', ended)
      child.once('message', (report: Report) => {
        child.off('exit', ended)
        heard(report)
      })
    })
  refuse(await next())
  return {
    name,
    round: async (seconds, clients) => {
      const before = processorSeconds(child.pid ?? 0)
      child.send({ seconds, clients } satisfies Order)
      const report = refuse(await next())
      if (!('round' in report)) throw new Error(`${name} did not race`)
      return { ...report.round, processor: processorSeconds(child.pid ?? 0) - before }
    },
    stop: () =>
      new Promise((stopped) => {
        child.once('exit', () => stopped())
        child.disconnect()
      }),
  }
}

/** PROFILE=ours writes a CPU profile of that contestant where the command was given. */
function execArgvFor(name: string): string[] {
  const profiled = process.env['PROFILE'] === name ? ['--cpu-prof', `--cpu-prof-name=${name}.cpuprofile`] : []
  return ['--disable-warning=ExperimentalWarning', ...profiled]
}

function refuse(report: Report): Report {
  if ('failed' in report) throw new Error(report.failed)
  return report
}

export interface Race {
  /** One case from beginning to end. */
  one(): Promise<void>
  close(): Promise<void>
}

/** The contestant's side. */
export async function compete(open: (args: readonly string[]) => Promise<Race>): Promise<void> {
  const tell = (report: Report) => process.send?.(report)
  try {
    const race = await open(process.argv.slice(2))
    process.on('message', (order: Order) => {
      run(race, order).then(
        (round) => tell({ round }),
        (error: unknown) => tell({ failed: said(error) }),
      )
    })
    process.once('disconnect', () => void race.close().finally(() => process.exit()))
    tell({ ready: true })
  } catch (error) {
    tell({ failed: said(error) })
  }
}

function said(error: unknown): string {
  return error instanceof Error ? `${error.stack ?? error.message} ${JSON.stringify(error)}` : String(error)
}

async function run(race: Race, { seconds, clients }: Order): Promise<Round> {
  const milliseconds: number[] = []
  const begin = performance.now()
  const until = begin + seconds * 1000
  const client = async () => {
    while (performance.now() < until) {
      const from = performance.now()
      await race.one()
      milliseconds.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { done: milliseconds.length, seconds: (performance.now() - begin) / 1000, processor: 0, milliseconds }
}
