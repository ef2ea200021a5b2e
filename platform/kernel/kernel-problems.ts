import { pageProblems } from './keyset.ts'
import { outsideProblems } from './outside-service.ts'
import { requestProblem } from './problem.ts'
import type { Words } from './words.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

/** What can be answered to every request, whatever module it goes to. */
export const kernelProblems: Readonly<Record<string, number>> = { ...requestProblem.catalogue, ...pageProblems, ...outsideProblems }

export const kernelWords: Words = { 'zh-CN': chinese, en: english }
