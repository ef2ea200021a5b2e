import type { HandleAtOnceInput } from '@yiwang/cases/contract'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t, tOf } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import { MaterialChoices, startingWith, toAccept, type AcceptScreen } from './AcceptCase.tsx'
import type { ActShape } from './act-shape.ts'
import { pointsChecked, useCaseAct } from './send-act.ts'

interface AtOnceScreen extends AcceptScreen {
  decision: HandleAtOnceInput['decision']
  reasons: string
}

/** An instant case (即办件): accepted, decided and completed in one go. */
export function HandleAtOnce({ serviceCase, points, onDone, onCancel }: ActShape) {
  const handle = useCaseAct(serviceCase.caseNumber, 'immediate-handling', onDone)
  return (
    <ActForm<AtOnceScreen>
      submitLabel={t('act.handleAtOnce')}
      error={handle.error}
      busy={handle.isPending}
      disabledReason={reasonNot('handleAtOnce', serviceCase)}
      initialValues={{ materials: startingWith(serviceCase.materials), decision: 'approved' }}
      onCancel={onCancel}
      onSubmit={(screen) => handle.mutate({ ...toAtOnce(screen), ...pointsChecked(points) })}
    >
      <MaterialChoices serviceCase={serviceCase} />
      <Form.Item name="decision" label={t('decide.decision')} required>
        <Radio.Group
          optionType="button"
          options={(['approved', 'denied'] as const).map((value) => ({ value, label: tOf('decide', value) }))}
        />
      </Form.Item>
      <Form.Item
        name="reasons"
        label={t('decide.reasons')}
        rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} showCount />
      </Form.Item>
    </ActForm>
  )
}

export function toAtOnce({ decision, reasons, ...acceptance }: AtOnceScreen): HandleAtOnceInput {
  return { ...toAccept(acceptance), decision, reasons: reasons.trim() }
}
