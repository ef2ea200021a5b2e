import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import { printable } from './characters.ts'
import { formatYuan, isLegalDay, yuanInCapitals } from '@yiwang/standards'
import { writeDate, writeMoment } from './chinese-writing.ts'
import { InvalidPaperData } from './problem.ts'
import type { Shape } from './shape.ts'
import { templates } from './templates.ts'
import type { TemplateName } from './templates.ts'

const ajv = new Ajv({ allErrors: true, strict: true, keywords: ['x-money'] })
ajv.addFormat('date', isLegalDay)
ajv.addFormat('date-time', (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)))
const validators = new Map<TemplateName, ValidateFunction>()

/** Throws `InvalidPaperData` naming every place at once. */
export function checkPaperData(template: TemplateName, data: unknown): void {
  const validate = validators.get(template) ?? ajv.compile(templates[template].data)
  validators.set(template, validate)
  if (validate(data)) return
  const errors = (validate.errors ?? []).map(({ instancePath, keyword, message, params }) => ({
    path:
      keyword === 'additionalProperties'
        ? `${instancePath}/${String(params['additionalProperty'])}`
        : keyword === 'required'
          ? `${instancePath}/${String(params['missingProperty'])}`
          : instancePath,
    rule: keyword,
    message: message ?? keyword,
  }))
  throw new InvalidPaperData({ template, errors })
}

export type Printed = string | number | boolean | Printed[] | { [key: string]: Printed }

/** Data as it is printed: dates and money written out, characters without a glyph replaced. */
export function writeOut(shape: Shape, value: unknown, substituted: Set<string>): Printed {
  if (shape.type === 'array') return (value as unknown[]).map((one) => writeOut(shape.items, one, substituted))
  if (shape.type === 'object') {
    const entries = Object.entries(value as object).map(([key, one]) => [key, writeOut(shape.properties[key] as Shape, one, substituted)])
    return Object.fromEntries(entries) as Printed
  }
  if (shape.type === 'integer')
    return shape['x-money'] ? { yuan: formatYuan(value as number).slice(1), capital: yuanInCapitals(value as number) } : (value as number)
  if (shape.type === 'boolean') return value as boolean
  if (shape.format === 'date') return writeDate(value as string)
  if (shape.format === 'date-time') return writeMoment(new Date(value as string))
  return printable(value as string, substituted)
}
