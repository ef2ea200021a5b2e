import type { GivenMaterial } from '@yiwang/cases/contract'
import type { Answers, Implementation, Material } from '@yiwang/catalogue/contract'
import { materialsFor } from '@yiwang/catalogue/rules'
import { useState } from 'react'
import { ActForm } from '../acts/ActForm.tsx'
import { t, tOf } from '../words/index.ts'
import { GiveMaterial } from './GiveMaterial.tsx'
import { withMaterial } from './with-material.ts'
import { stillMissing } from './walk-in.ts'

interface StepShape {
  item: Implementation
  answers: Answers
  materials: Readonly<Record<string, GivenMaterial>>
  onNext: (materials: Readonly<Record<string, GivenMaterial>>) => void
}

/** Material by material: what to look at stands beside it, what is missing is counted. */
export function MaterialsStep({ item, answers, materials, onNext }: StepShape) {
  const [given, setGiven] = useState(materials)
  const asked = materialsFor(item, answers)
  const missing = stillMissing(item, answers, given)
  const give = (code: string, material: GivenMaterial | undefined) => setGiven((before) => withMaterial(before, code, material))
  return (
    <ActForm
      submitLabel={t('counter.next')}
      disabledReason={missing.length > 0 ? t('counter.missing', { names: missing.map(({ name }) => name).join('、') }) : undefined}
      onSubmit={() => onNext(given)}
    >
      {asked.length === 0 && <p className="quiet">{t('papers.noMaterials')}</p>}
      {asked.map((material) => (
        <GiveMaterial
          key={material.code}
          code={material.code}
          name={material.name}
          note={material.acceptanceStandard}
          tags={tagsOf(material)}
          given={given[material.code]}
          mayDefer={material.need === 'deferrable'}
          onGive={(one) => give(material.code, one)}
        />
      ))}
    </ActForm>
  )
}

function tagsOf({ need, form, originals, copies }: Material): string[] {
  const counts = [
    originals > 0 ? t('counter.originals', { count: originals }) : '',
    copies > 0 ? t('counter.copies', { count: copies }) : '',
  ]
  return [...(need === 'optional' ? [t('need.optional')] : []), tOf('materialForm', form), ...counts.filter((one) => one !== '')]
}
