import { templates } from '@yiwang/messages/templates'
import { language } from '../words/index.ts'

/** A message by the title its reader sees. */
export function sayTemplate(code: string): string {
  const known: Readonly<Record<string, { 'zh-CN': { title: string }; en: { title: string } } | undefined>> = templates
  return known[code]?.[language()].title ?? code
}
