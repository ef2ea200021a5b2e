import type { GrantInput } from '@yiwang/cases/contract'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, useCaseAct } from './send-act.ts'

interface GrantScreen {
  granted: boolean
  note?: string
}

/** The head of the body answers what an examiner asked for: more time (延期), or an end (中止). */
export function GrantRequest({ kind, serviceCase, onDone, onCancel }: ActShape & { kind: 'extension' | 'abort' }) {
  const act = kind === 'extension' ? 'grantExtension' : 'abort'
  const request = serviceCase.requests.find((one) => one.kind === kind)
  const grant = useCaseAct(serviceCase.caseNumber, kind === 'extension' ? 'extension-grants' : 'abortion', onDone)
  return (
    <ActForm<GrantScreen>
      submitLabel={t('grant.answer')}
      error={grant.error}
      busy={grant.isPending}
      disabledReason={reasonNot(act, serviceCase)}
      onCancel={onCancel}
      onSubmit={(screen) => request && grant.mutate(toGrant(request.id, screen))}
    >
      {request && (
        <div className="notice amber">
          <strong>{kind === 'extension' ? t('asked.extension', { days: request.workdays ?? 0 }) : t('asked.abort')}</strong>
          <p>{request.reason}</p>
          <p className="quiet small">{request.askedByName}</p>
        </div>
      )}
      <Form.Item name="granted" label={t('grant.decision')} rules={[{ required: true, message: t('grant.needed') }]}>
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: t('grant.yes') },
            { value: false, label: t('grant.no') },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t('field.opinion')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </ActForm>
  )
}

export function toGrant(requestId: string, { granted, note }: GrantScreen): GrantInput {
  return { requestId, granted, ...optional('note', note) }
}
