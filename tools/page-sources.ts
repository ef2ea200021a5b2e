import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  name: string
  dependencies?: Record<string, string>
}

const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** Every workspace by its name; a folder without a manifest is none. */
function workspaceFolders(): Map<string, string> {
  const folders = globSync(['standards', 'platform/*', 'modules/*', 'apps/*']).filter((one) => existsSync(join(one, 'package.json')))
  return new Map(folders.map((folder) => [readManifest(folder).name, folder]))
}

/** The folder of an app and of every workspace it is built from, also by way of another. */
export function foldersOf(app: string): string[] {
  const known = workspaceFolders()
  const found = new Set<string>()
  const visit = (folder: string): void => {
    if (found.has(folder)) return
    found.add(folder)
    for (const name of Object.keys(readManifest(folder).dependencies ?? {})) {
      const next = known.get(name)
      if (next !== undefined) visit(next)
    }
  }
  visit(app)
  return [...found].sort()
}

/** Every file the pages of an app may be made of; what only tests, readers or the database see cannot change a page. */
export function pageSources(app: string): string[] {
  const files = foldersOf(app).flatMap((folder) =>
    globSync(`${folder}/**/*.*`, {
      exclude: ['**/dist/**', '**/node_modules/**', '**/.astro/**', '**/*.test.*', '**/*.md', '**/*.sql'],
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...new Set(files), 'package-lock.json'].sort()
}
