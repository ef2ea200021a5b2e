/** Every error a module can answer has its text in both languages, and no text stands for an error that is gone. */
import { requestProblem, kernelWords, type Words } from '@yiwang/kernel'
import { modules } from '../apps/server/modules.ts'

const languages = ['zh-CN', 'en'] as const
const findings: string[] = []

function check(owner: string, codes: readonly string[], words: Words | undefined): void {
  for (const language of languages) {
    const texts = words?.[language] ?? {}
    for (const code of codes) if (!texts[code]) findings.push(`${owner}: ${code} has no ${language} text`)
  }
  const [chinese = {}, english = {}] = languages.map((language) => words?.[language])
  for (const key of Object.keys(chinese)) if (!(key in english)) findings.push(`${owner}: ${key} has no English text`)
  for (const key of Object.keys(english)) if (!(key in chinese)) findings.push(`${owner}: ${key} has no Chinese text`)
}

check('kernel', Object.keys(requestProblem.catalogue), kernelWords)
for (const module of modules) check(module.name, Object.keys(module.problems ?? {}), module.words)
for (const finding of findings) console.error(finding)
if (findings.length > 0) process.exit(1)
console.log('Every error has its words.')
