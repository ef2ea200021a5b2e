import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

interface Inventory {
  format: 1
  at: string
  files: Record<string, { bytes: number; sha256: string }>
}

const nameOf = (folder: string) => join(folder, 'inventory.json')

/** Every file of a copy with size and digest. */
export async function writeInventory(folder: string): Promise<{ files: number; bytes: number }> {
  const files = await take(folder)
  const inventory: Inventory = { format: 1, at: new Date().toISOString(), files }
  writeFileSync(nameOf(folder), `${JSON.stringify(inventory, null, 1)}\n`)
  const all = Object.values(files)
  return { files: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** @throws Error naming what is missing, altered or too much */
export async function checkInventory(folder: string): Promise<void> {
  if (!existsSync(nameOf(folder))) throw new Error(`${folder} is no whole copy: it has no inventory`)
  const { files } = JSON.parse(readFileSync(nameOf(folder), 'utf8')) as Inventory
  const found = await take(folder)
  const names = new Set([...Object.keys(files), ...Object.keys(found)])
  const strange = [...names].filter((name) => files[name]?.sha256 !== found[name]?.sha256)
  if (strange.length > 0) throw new Error(`the copy was altered: ${strange.slice(0, 5).join(', ')}${strange.length > 5 ? ' …' : ''}`)
}

async function take(folder: string): Promise<Inventory['files']> {
  const files: Inventory['files'] = {}
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (path === nameOf(folder)) continue
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    files[relative(folder, path)] = { bytes: statSync(path).size, sha256: hash.digest('hex') }
  }
  return files
}
