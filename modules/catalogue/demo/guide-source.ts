/** The collected guides as they lie in data/guides.json; see data/README.md. */
import source from './data/guides.json' with { type: 'json' }

export interface SourceMaterial {
  seq: number
  name: string
  source: string
  originals: number
  copies: number
  medium: string
  need: string
  note?: string
}

export interface SourceGuide {
  id: string
  name: string
  itemType: string
  audience: string
  department: string
  level: string
  basis: string[]
  conditions: string[]
  materials: SourceMaterial[]
  steps: { name: string; limit: string }[]
  statutory: { days: number | null; unit: string | null; extend?: number; basis?: string }
  promiseExample: { days: number | null; unit: string | null }
  fee: { charge: boolean; items?: [string, number | string][]; note?: string }
  result: { name: string; validity?: string | null }
  hotline: string
}

export const guides = source as unknown as readonly SourceGuide[]
