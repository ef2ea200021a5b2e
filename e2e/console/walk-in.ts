import { demoPassword } from '@yiwang/server'
import { visitorOf, type Visitor } from '../visitor.ts'

/** Somebody of the demo's staff, signed in. */
export async function staffOf(portal: string, loginName: string): Promise<Visitor> {
  const visitor = visitorOf(portal, 'console')
  const { status } = await visitor('POST', '/staff-sessions', { loginName, password: demoPassword })
  if (status !== 201) throw new Error(`${loginName} cannot sign in: ${status}`)
  return visitor
}

interface Field {
  type: string
  format?: string
  const?: unknown
  enum?: string[]
  oneOf?: { const: unknown }[]
  minimum?: number
  minLength?: number
  minItems?: number
  pattern?: string
  properties?: Record<string, Field>
  items?: Field
  title?: string
  'x-when'?: { field: string; is: unknown[] }
}

const byFormat: Record<string, string> = {
  'person-id': '11010519491231002X',
  uscc: '91330102MA90000115',
  'holder-number': '11010519491231002X',
  mobile: '13857100001',
  phone: '0571-87000001',
  email: 'sample@example.com',
  date: '2026-11-20',
  division: '330102',
  'bank-card': '6222021001116245702',
  postcode: '310000',
}

/** Something true to the schema in every field that is asked. */
export function filledBy(field: Field): unknown {
  if (field.const !== undefined) return field.const
  if (field.oneOf) return field.oneOf[0]?.const
  if (field.enum) return field.enum[0]
  if (field.type === 'object') return filledObject(field.properties ?? {})
  if (field.type === 'array')
    return Array.from({ length: Math.max(1, field.minItems ?? 0) }, () => filledBy(field.items ?? { type: 'string' }))
  if (field.type === 'boolean') return true
  if (field.type === 'string') return byFormat[field.format ?? ''] ?? '样例'.repeat(Math.ceil((field.minLength ?? 2) / 2))
  return Math.max(field.minimum ?? 1, 1)
}

function filledObject(properties: Record<string, Field>): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(properties)) {
    const when = field['x-when']
    if (!when || when.is.includes(made[when.field])) made[name] = filledBy(field)
  }
  return made
}

interface WalkIn {
  name?: string
  number?: string
  /** Codes of materials that may follow. */
  deferred?: string[]
  delivery?: 'counter' | 'electronic'
  answers?: Record<string, string>
}

/** An application taken in at the counter, whole: the case number. */
export async function aWalkIn(
  clerk: Visitor,
  implementationCode: string,
  { name = '陈样例', number = '11010519491231002X', ...wish }: WalkIn = {},
) {
  const item = (await clerk('GET', `/items/${implementationCode}`)).body
  const answers: Record<string, string> = {}
  for (const { key, options } of item.questions ?? []) answers[key] = wish.answers?.[key] ?? options.at(-1).value
  const form = item.form ? filledObject((await clerk('GET', `/forms/${item.form.key}/${item.form.version}`)).body.schema.properties) : {}
  const materials = item.materials
    .filter(({ need }: { need: string }) => need !== 'optional')
    .map(({ code }: { code: string }) => ({ code, source: wish.deferred?.includes(code) ? 'deferred' : 'paper' }))
  const sent = {
    implementationCode,
    answers,
    form,
    materials,
    delivery: { method: wish.delivery ?? 'counter' },
    applicant: { kind: 'person', name, number, phone: '13857100001' },
  }
  const taken = await clerk('POST', '/cases', sent)
  if (taken.status >= 300) throw new Error(`${item.name} was not taken in: ${JSON.stringify(taken.body)}`)
  return String(taken.body.caseNumber)
}
