import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reachableByNobody, startedByRoot } from './binaries.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.ts'

const mark = 'yiwang-throwaway-'
/** A folder without a note of its owner is one being made, or one whose maker was killed in that moment; only the latter gets this old. */
const noteWithin = 600_000
const hasProc = existsSync('/proc/self/stat')

export interface ThrowawayOptions {
  /** Where its folder stands; by default where the account that runs PostgreSQL gets in. */
  parent?: string
  /** With the settings of the product, every commit waiting for the disk; for measuring. */
  durable?: boolean
}

export interface ThrowawayPostgres extends EmbeddedPostgres {
  home: string
}

/**
 * A PostgreSQL with its data for as long as somebody needs it: a test run, a tool. Both are gone when it is stopped, when this process ends or
 * is told to by a signal; what a killed process left behind goes when the next one starts.
 */
export async function startThrowawayPostgres(options: ThrowawayOptions = {}): Promise<ThrowawayPostgres> {
  const { parent = parentFolder(), durable = false } = options
  sweepThrowaways(parent)
  const home = mkdtempSync(join(parent, mark))
  chmodSync(home, 0o755) // started by root, the server runs as somebody else and must get in
  writeFileSync(join(home, 'owner'), JSON.stringify({ pid: process.pid, since: startOf(process.pid) }))
  const forget = removeAtEnd(home)
  try {
    const postgres = await startEmbeddedPostgres({ folder: home, throwaway: !durable })
    return { ...postgres, home, stop: async () => forget() }
  } catch (error) {
    forget()
    throw error
  }
}

function parentFolder(): string {
  return !startedByRoot || reachableByNobody(tmpdir()) ? tmpdir() : '/tmp'
}

/** Removes what processes that are no more left in this folder, with the servers that still run on it. */
export function sweepThrowaways(parent: string): void {
  const homes = readdirSync(parent).filter((name) => name.startsWith(mark))
  for (const home of homes.map((name) => join(parent, name))) if (isStale(home)) removeWithServer(home)
}

function isStale(home: string): boolean {
  try {
    const { pid, since } = JSON.parse(readFileSync(join(home, 'owner'), 'utf8')) as { pid: number; since: string }
    return startOf(pid) !== since
  } catch {
    return existsSync(home) && Date.now() - statSync(home).mtimeMs > noteWithin
  }
}

/** When a process began, so that its number given to another is noticed; without /proc only whether there is one. */
function startOf(pid: number): string | undefined {
  if (!hasProc) return isRunning(pid) ? 'runs' : undefined
  return statOf(pid)?.[19]
}

/** One that has ended and is only not yet fetched by its parent runs no more. */
function isRunning(pid: number): boolean {
  if (hasProc) return !['Z', 'X', undefined].includes(statOf(pid)?.[0])
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** @returns what to call when it was stopped in peace */
function removeAtEnd(home: string): () => void {
  const remove = () => removeWithServer(home)
  const signals = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => {
    const obey = () => {
      remove()
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal) // nobody else ends this process in his own way
    }
    process.once(signal, obey)
    return () => process.off(signal, obey)
  })
  process.once('exit', remove)
  return () => {
    for (const forget of signals) forget()
    process.off('exit', remove)
    remove()
  }
}

/** Without a word to anybody waiting: nothing in it is worth a checkpoint. */
function removeWithServer(home: string): void {
  const pid = serverOn(home)
  if (pid !== undefined) end(pid)
  rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT') // PostgreSQL's immediate shutdown
  } catch {
    return // ended by itself meanwhile
  }
  const nap = new Int32Array(new SharedArrayBuffer(4))
  for (let round = 0; round < 200 && isRunning(pid); round += 1) Atomics.wait(nap, 0, 0, 25)
}

/** The server by its note; where one can look, only if the process of that number really is it. */
function serverOn(home: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
    const known = !hasProc || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(home, 'data'))
    return Number.isInteger(pid) && pid > 1 && known ? pid : undefined
  } catch {
    return undefined
  }
}
