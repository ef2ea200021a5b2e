/** Every error a module can answer has its text in both languages, and no text stands for an error that is gone. */
import { kernelProblems, kernelWords, type Words } from '@yiwang/kernel'
import { modules } from '../apps/server/modules.ts'

const languages = ['zh-CN', 'en'] as const
const findings: string[] = []

function check(owner: string, codes: readonly string[], words: Words | undefined): void {
  for (const language of languages) {
    const texts = words?.[language] ?? {}
    for (const code of Object.keys(texts))
      if (!codes.includes(code)) findings.push(`${owner}: the ${language} text of ${code} stands for no error`)
    for (const code of codes) if (!texts[code]) findings.push(`${owner}: ${code} has no ${language} text`)
  }
}

check('kernel', Object.keys(kernelProblems), kernelWords)
for (const module of modules) check(module.name, Object.keys(module.problems ?? {}), module.words)
for (const finding of findings) console.error(finding)
if (findings.length > 0) process.exit(1)
console.log('Every error has its words.')
