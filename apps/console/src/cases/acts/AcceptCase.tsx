import type { AcceptInput, CaseMaterial, ServiceCase } from '@yiwang/cases/contract'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t, tOf } from '../../words/index.ts'
import { useItem } from '../case-query.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, pointsChecked, useCaseAct } from './send-act.ts'

export type Seen = 'seen' | 'deferred' | 'asGiven'

export interface AcceptScreen {
  materials: Record<string, Seen>
  opinion?: string
}

/** Acceptance (受理): for each material whether its original lies here or may follow. */
export function AcceptCase({ serviceCase, points, onDone, onCancel }: ActShape) {
  const accept = useCaseAct(serviceCase.caseNumber, 'acceptance', onDone)
  return (
    <ActForm<AcceptScreen>
      submitLabel={t('act.accept')}
      error={accept.error}
      busy={accept.isPending}
      disabledReason={reasonNot('accept', serviceCase)}
      initialValues={{ materials: startingWith(serviceCase.materials) }}
      onCancel={onCancel}
      onSubmit={(screen) => accept.mutate({ ...toAccept(screen), ...pointsChecked(points) })}
    >
      <MaterialChoices serviceCase={serviceCase} />
      <Form.Item name="opinion" label={t('field.opinion')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </ActForm>
  )
}

/** Material by material: seen, as given, or to follow. */
export function MaterialChoices({ serviceCase }: { serviceCase: ServiceCase }) {
  const { data: item } = useItem(serviceCase.implementationCode)
  const deferrable = new Set(item?.materials.filter(({ need }) => need === 'deferrable').map(({ code }) => code))
  if (!seesOriginals(serviceCase)) return <p className="notice">{t('accept.noOriginals')}</p>
  return (
    <fieldset className="material-choices">
      <legend>{t('accept.originals')}</legend>
      {serviceCase.materials.map((material) => (
        <Form.Item
          key={material.code}
          name={['materials', material.code]}
          label={`${material.name} · ${tOf('source', material.source)}`}
          required
        >
          <Radio.Group optionType="button" options={choicesOf(material, deferrable.has(material.code))} />
        </Form.Item>
      ))}
    </fieldset>
  )
}

/** Originals are seen before acceptance in 原件预审 and by whoever stands at the counter; otherwise nobody may be made to come. */
export function seesOriginals({ onlineMode, channel }: Pick<ServiceCase, 'onlineMode' | 'channel'>): boolean {
  return onlineMode === 'preview' || channel === 'counter'
}

export function startingWith(materials: readonly CaseMaterial[]): Record<string, Seen> {
  return Object.fromEntries(
    materials.map(({ code, source, originalCheckedAt }) => [
      code,
      source === 'deferred' ? 'deferred' : originalCheckedAt ? 'seen' : 'asGiven',
    ]),
  )
}

function choicesOf(material: CaseMaterial, mayFollow: boolean) {
  const choices: { value: Seen; label: string }[] = [
    { value: 'seen', label: t('accept.seen') },
    { value: 'asGiven', label: t('accept.asGiven') },
  ]
  if (mayFollow || material.source === 'deferred') choices.push({ value: 'deferred', label: t('accept.deferred') })
  return choices
}

/** What the screen says, as the request. */
export function toAccept({ materials = {}, opinion }: Partial<AcceptScreen>): AcceptInput {
  const where = (wanted: Seen) => Object.keys(materials).filter((code) => materials[code] === wanted)
  return { originalsSeen: where('seen'), deferred: where('deferred'), ...optional('opinion', opinion) }
}
