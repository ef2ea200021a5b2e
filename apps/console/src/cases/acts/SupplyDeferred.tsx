import type { GivenMaterial } from '@yiwang/cases/contract'
import { useState } from 'react'
import { ActForm } from '../../acts/ActForm.tsx'
import { GiveMaterial } from '../../counter/GiveMaterial.tsx'
import { withMaterial } from '../../counter/with-material.ts'
import { t } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

/** What was let follow is brought (容缺后补); the rest may follow later. */
export function SupplyDeferred({ serviceCase, onDone, onCancel }: ActShape) {
  const [given, setGiven] = useState<Readonly<Record<string, GivenMaterial>>>({})
  const supply = useCaseAct(serviceCase.caseNumber, 'deferred-materials', onDone)
  const deferred = serviceCase.materials.filter(({ source }) => source === 'deferred')
  const none = Object.keys(given).length === 0 ? t('supply.none') : undefined
  return (
    <ActForm
      submitLabel={t('act.supplyDeferred')}
      error={supply.error}
      busy={supply.isPending}
      disabledReason={reasonNot('supplyDeferred', serviceCase) ?? none}
      onCancel={onCancel}
      onSubmit={() => supply.mutate({ materials: Object.values(given) })}
    >
      {deferred.map(({ code, name, standard }) => (
        <GiveMaterial
          key={code}
          code={code}
          name={name}
          {...(standard ? { note: standard } : {})}
          given={given[code]}
          onGive={(material) => setGiven((before) => withMaterial(before, code, material))}
        />
      ))}
    </ActForm>
  )
}
