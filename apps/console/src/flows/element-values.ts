import type { BusinessObject, Moddle } from './bpmn-parts.ts'

export interface OptionScreen {
  value?: string
  label?: string
  action?: string
}

export interface ElementScreen {
  name?: string
  condition?: string
  stage?: string
  duty?: string
  role?: string
  notDoneBy?: string
  limitValue?: number | null
  limitUnit?: string
  variable?: string
  options?: OptionScreen[]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An element as its panel shows it. */
export function readElement(element: Pick<BusinessObject, 'name' | 'extensionElements' | 'conditionExpression' | 'get'>): ElementScreen {
  const values = element.extensionElements?.values ?? []
  const find = (kind: string) => values.find(({ $type }) => $type === `yiwang:${kind}`)
  const [candidates, limit, decision] = [find('Candidates'), find('Limit'), find('Decision')]
  const options = Array.isArray(decision?.['options']) ? (decision['options'] as Moddle[]) : []
  return {
    name: element.name ?? '',
    condition: element.conditionExpression?.body ?? '',
    stage: textOf(element.get('yiwang:stage')),
    duty: textOf(element.get('yiwang:duty')),
    role: textOf(candidates?.['role']),
    notDoneBy: textOf(candidates?.['notDoneBy']),
    limitValue: limit ? Number(limit['value']) : null,
    limitUnit: textOf(limit?.['unit']) || 'workday',
    variable: textOf(decision?.['variable']),
    options: options.map(({ value, label, action }) => ({ value: textOf(value), label: textOf(label), action: textOf(action) })),
  }
}

type Create = (kind: string, properties: Record<string, unknown>) => Moddle

/** The extension elements of a task as the panel says; what the panel does not know is kept as it was. */
export function writeExtensions(screen: ElementScreen, before: readonly Moddle[], create: Create): Moddle[] {
  const known = ['yiwang:Candidates', 'yiwang:Limit', 'yiwang:Decision']
  const others = before.filter(({ $type }) => !known.includes($type))
  const candidates = candidatesOf(
    screen,
    before.find(({ $type }) => $type === 'yiwang:Candidates'),
  )
  const made = [
    ...(candidates ? [create('yiwang:Candidates', candidates)] : []),
    ...(screen.limitValue ? [create('yiwang:Limit', { value: String(screen.limitValue), unit: screen.limitUnit ?? 'workday' })] : []),
    ...decisionOf(screen, create),
  ]
  return [...others, ...made]
}

/** Body, division and expertise are set elsewhere and stay. */
function candidatesOf({ role, notDoneBy }: ElementScreen, before: Moddle | undefined): Record<string, unknown> | undefined {
  const kept = Object.fromEntries(
    ['body', 'division', 'expertise', 'users'].flatMap((name) => (before?.[name] ? [[name, before[name]]] : [])),
  )
  const said = { ...(role?.trim() ? { role: role.trim() } : {}), ...(notDoneBy?.trim() ? { notDoneBy: notDoneBy.trim() } : {}) }
  const all = { body: 'implementing', ...kept, ...said }
  return Object.keys(kept).length + Object.keys(said).length > 0 ? all : undefined
}

function decisionOf({ variable, options = [] }: ElementScreen, create: Create): Moddle[] {
  const name = variable?.trim()
  const whole = options.filter((option) => option?.value?.trim())
  if (!name || whole.length === 0) return []
  const made = whole.map(({ value, label, action }) =>
    create('yiwang:Option', { value: value?.trim(), label: label?.trim() || value?.trim(), action: action ?? 'pass' }),
  )
  return [create('yiwang:Decision', { variable: name, options: made })]
}
