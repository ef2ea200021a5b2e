import type { RescindInput } from '@yiwang/cases/contract'
import { Form, Input } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

/** Taking the decision back (撤销), after the originals were found not to agree: what was found stands above the reasons. */
export function RescindCase({ serviceCase, onDone, onCancel }: ActShape) {
  const rescind = useCaseAct(serviceCase.caseNumber, 'rescission', onDone)
  const found = serviceCase.materials.filter(({ code, objection }) => objection && serviceCase.desk?.originals?.includes(code))
  return (
    <ActForm<RescindInput>
      submitLabel={t('act.rescind')}
      danger
      error={rescind.error}
      busy={rescind.isPending}
      disabledReason={reasonNot('rescind', serviceCase)}
      onCancel={onCancel}
      onSubmit={({ reasons }) => rescind.mutate({ reasons: reasons.trim() })}
    >
      {found.map(({ code, name, objection }) => (
        <p key={code} className="notice">
          <strong>{name}</strong>：{objection}
        </p>
      ))}
      <Form.Item
        name="reasons"
        label={t('rescind.reasons')}
        extra={t('rescind.help')}
        rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2000} showCount />
      </Form.Item>
    </ActForm>
  )
}
