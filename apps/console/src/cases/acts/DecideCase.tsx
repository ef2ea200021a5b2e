import type { DecideInput, Decision } from '@yiwang/cases/contract'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t, tOf } from '../../words/index.ts'
import { useItem } from '../case-query.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, pointsChecked, useCaseAct } from './send-act.ts'

interface DecideScreen {
  decision: Decision
  reasons: string
  forwardTo?: string
}

const decisions: readonly Decision[] = ['approved', 'denied', 'forwarded']

/** The decision (决定): granted, denied with its reasons and the way to appeal, or passed on to the body above. */
export function DecideCase({ serviceCase, points, onDone, onCancel }: ActShape) {
  const { data: item } = useItem(serviceCase.implementationCode)
  const [form] = Form.useForm<DecideScreen>()
  const said = serviceCase.desk?.flowSaid
  const decision = Form.useWatch('decision', form)
  const decide = useCaseAct(serviceCase.caseNumber, 'decision', onDone)
  return (
    <ActForm<DecideScreen>
      form={form}
      submitLabel={t('act.decide')}
      danger={decision === 'denied'}
      error={decide.error}
      busy={decide.isPending}
      disabledReason={reasonNot('decide', serviceCase)}
      onCancel={onCancel}
      onSubmit={(screen) => decide.mutate({ ...toDecision(screen), ...pointsChecked(points) })}
    >
      <Form.Item
        name="decision"
        label={t('decide.decision')}
        {...(said ? { extra: t(`decide.said.${said}`) } : {})}
        rules={[{ required: true, message: t('decide.needed') }]}
      >
        <Radio.Group optionType="button" options={possible(said).map((value) => ({ value, label: tOf('decide', value) }))} />
      </Form.Item>
      <Form.Item
        name="reasons"
        label={t('decide.reasons')}
        {...(decision === 'denied' ? { extra: t('decide.denialHelp') } : {})}
        rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={4000} showCount />
      </Form.Item>
      {decision === 'forwarded' && (
        <Form.Item
          name="forwardTo"
          label={t('decide.forwardTo')}
          {...(item?.forwardTo ? { extra: t('decide.forwardToHelp', { body: item.forwardTo }) } : {})}
          rules={[{ required: item?.forwardTo === undefined, message: t('decide.forwardToNeeded') }]}
        >
          <Input maxLength={18} />
        </Form.Item>
      )}
    </ActForm>
  )
}

/** What the flow came to leaves open: a denial where it said no, anything else where it said yes. */
export function possible(said: 'approve' | 'deny' | undefined): Decision[] {
  if (said === undefined) return [...decisions]
  return decisions.filter((one) => (one === 'denied') === (said === 'deny'))
}

/** Where it goes is said only of what goes on. */
export function toDecision({ decision, reasons, forwardTo }: DecideScreen): DecideInput {
  return { decision, reasons: reasons.trim(), ...(decision === 'forwarded' ? optional('forwardTo', forwardTo) : {}) }
}
