import type { ServiceCase } from '@yiwang/cases/contract'
import type { ReviewManual } from '@yiwang/catalogue/contract'
import { t } from '../../words/index.ts'

export interface PointGroup {
  key: string
  kind: 'general' | 'material' | 'method'
  name: string
  points: readonly string[]
}

/** A point as it is kept with the step: with its material where it belongs to one. */
export function sayPoint({ kind, name }: Pick<PointGroup, 'kind' | 'name'>, point: string): string {
  return kind === 'material' ? `${name}：${point}` : point
}

type Manual = Pick<ReviewManual, 'acceptance' | 'examination' | 'decision'>
type Subject = Pick<ServiceCase, 'state' | 'materials'>

const before: readonly string[] = ['submitted', 'correcting', 'preAccepted']
const under: readonly string[] = ['accepted', 'suspended']

/** What is to be looked at in the stage the case is in; nothing once it is decided. */
export function pointsOf({ state, materials }: Subject, manual: Manual | undefined): PointGroup[] {
  if (!before.includes(state) && !under.includes(state)) return []
  const byMaterial = materials.flatMap((material): PointGroup[] => {
    const written = manual?.examination.points.find((one) => one.material === material.code)?.points
    const points = written ?? (material.standard ? [material.standard] : [])
    return points.length === 0 ? [] : [{ key: `material ${material.code}`, kind: 'material', name: material.name, points }]
  })
  if (!manual) return byMaterial
  return before.includes(state)
    ? [{ key: 'acceptance', kind: 'general', name: t('points.acceptance'), points: [manual.acceptance.check] }, ...byMaterial]
    : [...byMaterial, ...methodsOf(manual), ...decisionOf(manual)]
}

function methodsOf({ examination }: Manual): PointGroup[] {
  return examination.methods.map(({ method, demand }) => ({ key: `method ${method}`, kind: 'method', name: method, points: [demand] }))
}

function decisionOf({ decision }: Manual): PointGroup[] {
  return decision.points.length === 0 ? [] : [{ key: 'decision', kind: 'general', name: t('points.decision'), points: decision.points }]
}
