import type { GivenMaterial } from '@yiwang/cases/contract'
import { useState } from 'react'
import { ActForm } from '../../acts/ActForm.tsx'
import { GiveMaterial } from '../../counter/GiveMaterial.tsx'
import { withMaterial } from '../../counter/with-material.ts'
import { t } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

/** The applicant is back with what was missing (补齐补正): the same case goes on, what was received stays. */
export function ResubmitCase({ serviceCase, onDone, onCancel }: ActShape) {
  const [given, setGiven] = useState<Readonly<Record<string, GivenMaterial>>>({})
  const resubmit = useCaseAct(serviceCase.caseNumber, 'correction', onDone)
  const asked = serviceCase.corrections.find(({ answeredAt }) => answeredAt === undefined)?.items ?? []
  const materials = asked.filter(({ code }) => !code.startsWith('$'))
  const missing = materials.filter(({ code }) => !given[code])
  return (
    <ActForm
      submitLabel={t('act.resubmit')}
      error={resubmit.error}
      busy={resubmit.isPending}
      disabledReason={reasonNot('resubmit', serviceCase) ?? (missing.length > 0 ? sayMissing(missing) : undefined)}
      onCancel={onCancel}
      onSubmit={() => resubmit.mutate({ materials: Object.values(given) })}
    >
      {materials.map(({ code, name, what }) => (
        <GiveMaterial
          key={code}
          code={code}
          name={name}
          note={what}
          given={given[code]}
          onGive={(material) => setGiven((before) => withMaterial(before, code, material))}
        />
      ))}
    </ActForm>
  )
}

const sayMissing = (missing: readonly { name: string }[]) => t('resubmit.missing', { names: missing.map(({ name }) => name).join('、') })
