/** `npm run new-module NAME`: a module in the shape of the others, with one act, its route and its test. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z]+$/.test(name) || existsSync(`modules/${name}`)) {
  console.error(`Give a new name of lower-case letters: npm run new-module visits`)
  process.exit(2)
}

const files: Record<string, string> = {
  'package.json': `${JSON.stringify(
    {
      name: `@yiwang/${name}`,
      version: '0.1.0',
      private: true,
      type: 'module',
      exports: { '.': './index.ts', './contract': './contract.ts' },
      dependencies: { '@fastify/type-provider-typebox': '6.3.0', '@yiwang/kernel': '0.1.0', kysely: '0.29.9', typebox: '1.4.3' },
    },
    null,
    2,
  )}\n`,
  'README.md': `# ${name}\n\nWhat it owns, in one sentence.\n\n## Acts\n\n## Events in and out\n\n## Refuses\n`,
  'contract.ts': `import { Type, type Static } from 'typebox'\n\nexport const Entry = Type.Object({ id: Type.String({ format: 'uuid' }), name: Type.String({ minLength: 1, maxLength: 100 }) })\nexport type Entry = Static<typeof Entry>\n\nexport const EnterInput = Type.Pick(Entry, ['name'])\nexport type EnterInput = Static<typeof EnterInput>\n`,
  'enter.ts': `import { newId, type Act } from '@yiwang/kernel'\nimport type { EnterInput, Entry } from './contract.ts'\nimport { insertEntry } from './${name}-store.ts'\n\n/** The legal term (中文) and the paragraph of the guide. */\nexport async function enter(act: Act, input: EnterInput): Promise<Entry> {\n  const entry = { id: newId(), name: input.name }\n  await insertEntry(act.tx, entry, act.now)\n  return entry\n}\n`,
  [`${name}-store.ts`]: `import type { Tx } from '@yiwang/kernel'\nimport type { Entry } from './contract.ts'\nimport type {} from './generated/tables.ts'\n\nexport async function insertEntry(tx: Tx, entry: Entry, now: Date): Promise<void> {\n  await tx.insertInto('${name}.entry').values({ ...entry, entered_at: now }).execute()\n}\n`,
  'permissions.ts': `import type { Permissions } from '@yiwang/kernel'\n\nexport const permissions = { '${name}.enter': { name: '登记' } } satisfies Permissions\n`,
  'routes.ts': `import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'\nimport { EnterInput, Entry } from './contract.ts'\nimport { enter } from './enter.ts'\n\nexport const ${name}Routes: FastifyPluginAsyncTypebox = async (api) => {\n  api.post(\n    '/${name}',\n    { config: { may: '${name}.enter' }, schema: { operationId: 'enter', tags: ['${name}'], summary: '登记', body: EnterInput, response: { 200: Entry } } },\n    (request) => api.perform(request, (act) => enter(act, request.body)),\n  )\n}\n`,
  'module.ts': `import type { Module } from '@yiwang/kernel'\nimport { permissions } from './permissions.ts'\nimport { ${name}Routes } from './routes.ts'\n\nexport const ${name}: Module = { name: '${name}', routes: ${name}Routes, permissions, migrations: new URL('./migrations/', import.meta.url) }\n`,
  'index.ts': `export { ${name} } from './module.ts'\nexport { enter } from './enter.ts'\n`,
  [`migrations/0001-${name}.sql`]: `create table ${name}.entry (\n  id uuid primary key,\n  name text not null check (name <> ''),\n  entered_at timestamptz not null\n);\n`,
  'enter.test.ts': `import { aClerk, openHall } from '@yiwang/testing'\nimport { expect, test } from 'vitest'\nimport { ${name} } from './index.ts'\n\ntest('a clerk enters a name; a stranger gets nothing', async (t) => {\n  const hall = await openHall(t, { modules: [${name}] })\n  const answer = await hall.as(aClerk(['${name}.enter'])).post('/${name}', { name: '样例' })\n  expect(answer).toMatchObject({ status: 200, body: { name: '样例' } })\n  expect((await hall.stranger.post('/${name}', { name: '样例' })).status).toBe(401)\n})\n`,
}

for (const [path, text] of Object.entries(files)) {
  mkdirSync(`modules/${name}/${path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''}`, { recursive: true })
  writeFileSync(`modules/${name}/${path}`, text)
}
console.log(`modules/${name} stands. Next: npm install, add it to apps/server/modules.ts, npm run generate, npx vitest run modules/${name}`)
