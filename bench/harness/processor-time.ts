import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Seconds of processor time a process and its children (also those that have ended) have used, from /proc; 0 where there is none. */
export function processorSeconds(pid: number): number {
  let ticks = 0
  for (const entry of processes()) {
    if (entry.pid === pid) ticks += entry.own + entry.ended
    else if (entry.parent === pid) ticks += entry.own
  }
  return ticks / ticksPerSecond
}

export function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(line?.[1] ?? 0) / 1024)
}

interface Entry {
  pid: number
  parent: number
  own: number
  ended: number
}

function processes(): Entry[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map((place) => fields[place])
      return [{ pid: Number(name), parent, own: user + system, ended: endedUser + endedSystem }]
    } catch {
      return [] // it ended while we read
    }
  })
}

/** The server process of the database in this folder. */
export function postmasterOf(folder: string): number {
  return Number(readFileSync(`${folder}/data/postmaster.pid`, 'utf8').split('\n')[0])
}
