import type { Module } from '@yiwang/kernel'
import { fileProblemStatus } from '@yiwang/storage'
import storageChinese from '@yiwang/storage/words.zh-CN.json' with { type: 'json' }
import storageEnglish from '@yiwang/storage/words.en.json' with { type: 'json' }
import type {} from './events.ts'
import { makeWaitingPapers } from './make-paper.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { documentRoutes } from './routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const documents: Module = {
  name: 'documents',
  routes: documentRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: { ...fileProblemStatus, ...problem.catalogue },
  words: { 'zh-CN': { ...storageChinese, ...chinese }, en: { ...storageEnglish, ...english } },
  jobs: { 'documents.makePapers': { cron: '* * * * *', run: (work) => makeWaitingPapers(work) } },
}
