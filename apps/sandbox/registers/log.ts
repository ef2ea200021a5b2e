import type { World } from '../world.ts'
import type { LogEntry } from './contract.ts'

export type RegisterLog = { write(entry: Omit<LogEntry, 'sequence' | 'at'>): void; list(after: number): LogEntry[] }

/** The ledger the registers keep for themselves: whoever asked can be held against it. */
export function openLog(world: World): RegisterLog {
  const book = world.books.open<LogEntry>('register-log')
  let sequence = book.list().length
  return {
    write(entry) {
      sequence += 1
      book.put(String(sequence), { sequence, at: world.clock.now().toISOString(), ...entry, subject: masked(entry.subject) })
    },
    list: (after) => book.list().slice(after, after + 1000),
  }
}

/** First six and last four remain, as printed on tickets. */
export function masked(number: string): string {
  return number.slice(0, 6) + '*'.repeat(Math.max(0, number.length - 10)) + number.slice(-4)
}
