import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { build, type Plugin } from 'vite'
import { expect, test } from 'vitest'
import { pageSources } from '../../tools/page-sources.ts'

const home = process.cwd()

/** Every file of the house that goes into the console, as the bundler itself saw it. */
async function bundledFiles(): Promise<string[]> {
  const seen = new Set<string>()
  const listen: Plugin = { name: 'listen', moduleParsed: ({ id }) => void seen.add(id.split('?')[0] ?? '') }
  await build({ root: 'apps/console', logLevel: 'error', build: { write: false, minify: false }, plugins: [listen] })
  return [...seen]
    .filter((id) => id.startsWith('/'))
    .map((id) => relative(home, realpathSync(id)))
    .filter((file) => !file.startsWith('..') && !file.includes('node_modules'))
}

test('whatever goes into the console is watched, so that no start serves a stale one', { timeout: 120_000 }, async () => {
  const bundled = await bundledFiles()
  for (const part of ['modules/cases/lifecycle.ts', 'modules/catalogue/rules.ts', 'modules/messages/templates.ts', 'standards/index.ts'])
    expect(bundled).toContain(part)
  const watched = new Set(pageSources('apps/console'))
  expect(bundled.filter((file) => !watched.has(file))).toEqual([])
})
