import type { NoteMismatchInput } from '@yiwang/cases/contract'
import { Checkbox, Form, Input } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { useCaseAct } from './send-act.ts'

type Seen = Record<string, { wrong?: boolean; what?: string }>

/** 原件核验不符: which of the originals shown do not agree with what was handed in, and in what; nothing is handed over. */
export function NoteMismatch({ serviceCase, onDone, onCancel }: ActShape) {
  const note = useCaseAct(serviceCase.caseNumber, 'original-mismatches', onDone)
  const toSee = serviceCase.materials.filter(({ code }) => serviceCase.desk?.originals?.includes(code))
  return (
    <ActForm<{ seen: Seen }>
      submitLabel={t('act.noteMismatch')}
      error={note.error}
      busy={note.isPending}
      danger
      disabledReason={reasonNot('noteMismatch', serviceCase)}
      onCancel={onCancel}
      onSubmit={({ seen }) => note.mutate(toMismatch(seen))}
    >
      <fieldset className="correction-list">
        <legend>{t('mismatch.which')}</legend>
        {toSee.map(({ code, name }) => (
          <Line key={code} code={code} name={name} />
        ))}
      </fieldset>
      <Form.Item noStyle dependencies={['seen']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="chosen"
            rules={[{ validator: async () => requireSome(getFieldValue('seen') as Seen | undefined) }]}
            className="only-message"
          >
            <input type="hidden" />
          </Form.Item>
        )}
      </Form.Item>
    </ActForm>
  )
}

function Line({ code, name }: { code: string; name: string }) {
  const wrong: unknown = Form.useWatch(['seen', code, 'wrong'])
  return (
    <div className="correction-line">
      <Form.Item name={['seen', code, 'wrong']} valuePropName="checked" noStyle>
        <Checkbox>{name}</Checkbox>
      </Form.Item>
      {wrong === true && (
        <Form.Item
          name={['seen', code, 'what']}
          rules={[{ required: true, whitespace: true, message: t('mismatch.whatNeeded') }]}
          aria-label={t('mismatch.what', { name })}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder={t('mismatch.whatHint')} />
        </Form.Item>
      )}
    </div>
  )
}

async function requireSome(seen: Seen | undefined): Promise<void> {
  if (!Object.values(seen ?? {}).some(({ wrong }) => wrong)) throw new Error(t('mismatch.noneChosen'))
}

/** Only what is ticked. */
export function toMismatch(seen: Seen = {}): NoteMismatchInput {
  return { items: Object.entries(seen).flatMap(([code, { wrong, what }]) => (wrong ? [{ code, what: (what ?? '').trim() }] : [])) }
}
