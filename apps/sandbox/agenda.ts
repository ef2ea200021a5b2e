/** Things to be done when their time has come; each duty looks at the clock itself. */
export type Agenda = { add(duty: () => Promise<void>): void; runDue(): Promise<void>; start(): void; stop(): void }

const TICK_MS = 100

export function openAgenda(): Agenda {
  const duties: (() => Promise<void>)[] = []
  let ticker: NodeJS.Timeout | undefined
  const runDue = async (): Promise<void> => {
    await Promise.all(duties.map((duty) => duty()))
  }
  return {
    add: (duty) => void duties.push(duty),
    runDue,
    start() {
      ticker = setInterval(() => void runDue(), TICK_MS)
      ticker.unref()
    },
    stop: () => clearInterval(ticker),
  }
}
