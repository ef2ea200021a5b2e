import type { Implementation } from '@yiwang/catalogue/contract'
import { demoBodies, demoForms, demoImplementations } from '@yiwang/catalogue/demo'
import { departmentCode } from '../bodies.ts'
import type { Hand } from './past.ts'

/** An item of the demo as applicants meet it, with its form and who handles it. */
export interface HistoryItem extends Implementation {
  guide: string
  schema: FormSchema
  hasFlow: boolean
  /** How often it is asked for, against the others. */
  weight: number
}

export interface FormSchema {
  properties: Readonly<Record<string, FormField>>
  required: readonly string[]
}
export type FormField = Readonly<Record<string, unknown>>

/** What people come for most; everything else now and then. */
const weights: Readonly<Record<string, number>> = {
  'idcard-renew': 9,
  'residence-permit': 8,
  passport: 8,
  marriage: 6,
  'medical-remote': 10,
  'fund-withdraw': 6,
  'individual-register': 10,
  'company-register': 6,
  'food-business': 10,
  'public-place-hygiene': 6,
  'realestate-transfer': 9,
  'water-permit': 3,
  lawyer: 4,
  'tobacco-retail': 6,
  'gov-info': 5,
  'household-birth': 4,
  'pension-transfer': 4,
  'birth-register': 3,
  'project-filing': 4,
  'project-approval': 3,
  'pension-claim': 2,
  'medical-reimburse': 2,
}

interface ItemPage {
  items: { implementationCode: string }[]
  next?: string
}

/** The published items of the demo that can be told about. */
export async function historyItems(visitor: Hand): Promise<HistoryItem[]> {
  const planted = demoImplementations((line, division) => {
    const body = demoBodies.find((one) => one.line === line && one.division === division)
    return body && departmentCode(body)
  })
  const items: HistoryItem[] = []
  for (const code of await codesOf(visitor)) {
    const item = await visitor.get<Implementation>(`/items/${code}`)
    const source = planted.find(({ baseCode, bodyCode }) => baseCode === item.baseCode && bodyCode === item.bodyCode)
    const form = demoForms.find(({ key }) => key === source?.formKey)
    if (!source || !form) continue
    const hasFlow = source.flow !== undefined
    items.push({ ...item, guide: source.guide, schema: form.schema as unknown as FormSchema, hasFlow, weight: weights[source.guide] ?? 1 })
  }
  return items.toSorted((one, other) => one.implementationCode.localeCompare(other.implementationCode))
}

async function codesOf(visitor: Hand): Promise<string[]> {
  const codes: string[] = []
  for (let after = ''; ;) {
    const page = await visitor.get<ItemPage>(`/items?limit=100${after}`)
    codes.push(...page.items.map(({ implementationCode }) => implementationCode))
    if (page.next === undefined) return codes
    after = `&after=${encodeURIComponent(page.next)}`
  }
}
