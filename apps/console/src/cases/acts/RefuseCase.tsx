import type { RefuseInput } from '@yiwang/cases/contract'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t } from '../../words/index.ts'
import { useItem } from '../case-query.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

interface RefuseScreen {
  ground?: string
  reason: string
}

/** Refusing to accept (不予受理): the ground of the item's own list, and the facts of this case. */
export function RefuseCase({ serviceCase, onDone, onCancel }: ActShape) {
  const refuse = useCaseAct(serviceCase.caseNumber, 'refusal', onDone)
  const { data: item } = useItem(serviceCase.implementationCode)
  const grounds = item?.refusalGrounds ?? []
  return (
    <ActForm<RefuseScreen>
      submitLabel={t('act.refuse')}
      danger
      error={refuse.error}
      busy={refuse.isPending}
      disabledReason={reasonNot('refuse', serviceCase)}
      onCancel={onCancel}
      onSubmit={(screen) => refuse.mutate(toRefusal(screen))}
    >
      {grounds.length > 0 && (
        <Form.Item name="ground" label={t('refuse.ground')}>
          <Radio.Group
            className="stacked"
            options={[...grounds.map(({ code, text }) => ({ value: code, label: text })), { value: '', label: t('refuse.otherGround') }]}
          />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={t('refuse.reason')}
        extra={t('refuse.reasonHelp')}
        rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={1000} showCount />
      </Form.Item>
    </ActForm>
  )
}

export function toRefusal({ ground, reason }: RefuseScreen): RefuseInput {
  return { reason: reason.trim(), ...(ground ? { groundCode: ground } : {}) }
}
