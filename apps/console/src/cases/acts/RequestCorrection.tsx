import type { RequestCorrectionInput } from '@yiwang/cases/contract'
import { Checkbox, Form, Input } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t } from '../../words/index.ts'
import { useItem } from '../case-query.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, useCaseAct } from './send-act.ts'

/** The code by which a correction asks for the application form itself. */
const formCode = '$form'

interface CorrectionScreen {
  asked: Record<string, { wanted?: boolean; what?: string }>
  note?: string
}

/** Asking for a correction (补齐补正): every material on one page, so that all that is missing is told at once. */
export function RequestCorrection({ serviceCase, onDone, onCancel }: ActShape) {
  const ask = useCaseAct(serviceCase.caseNumber, 'correction-request', onDone)
  const { data: item } = useItem(serviceCase.implementationCode)
  const given = new Map(serviceCase.materials.map(({ code, name }) => [code, name]))
  for (const { code, name } of item?.materials ?? []) if (!given.has(code)) given.set(code, name)
  const codes = [formCode, ...given.keys()]
  return (
    <ActForm<CorrectionScreen>
      submitLabel={t('act.requestCorrection')}
      error={ask.error}
      busy={ask.isPending}
      disabledReason={reasonNot('requestCorrection', serviceCase)}
      onCancel={onCancel}
      onSubmit={(screen) => ask.mutate(toCorrection(screen))}
    >
      <fieldset className="correction-list">
        <legend>{t('correction.all')}</legend>
        {codes.map((code) => (
          <Line
            key={code}
            code={code}
            name={given.get(code) ?? t('correction.form')}
            had={code === formCode || isGiven(serviceCase, code)}
          />
        ))}
      </fieldset>
      <Form.Item noStyle dependencies={['asked']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="chosen"
            rules={[{ validator: async () => requireSome(getFieldValue('asked') as CorrectionScreen['asked'] | undefined) }]}
            className="only-message"
          >
            <input type="hidden" />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="note" label={t('correction.note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </ActForm>
  )
}

function Line({ code, name, had }: { code: string; name: string; had: boolean }) {
  const wanted: unknown = Form.useWatch(['asked', code, 'wanted'])
  return (
    <div className="correction-line">
      <Form.Item name={['asked', code, 'wanted']} valuePropName="checked" noStyle>
        <Checkbox>
          {name} {!had && <span className="tag">{t('correction.notGiven')}</span>}
        </Checkbox>
      </Form.Item>
      {wanted === true && (
        <Form.Item
          name={['asked', code, 'what']}
          rules={[{ required: true, whitespace: true, message: t('correction.whatNeeded') }]}
          aria-label={t('correction.what', { name })}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} placeholder={t('correction.whatHint')} />
        </Form.Item>
      )}
    </div>
  )
}

const isGiven = ({ materials }: ActShape['serviceCase'], code: string) =>
  materials.some((one) => one.code === code && one.source !== 'deferred')

async function requireSome(asked: CorrectionScreen['asked'] | undefined): Promise<void> {
  if (!Object.values(asked ?? {}).some(({ wanted }) => wanted)) throw new Error(t('correction.noneChosen'))
}

/** What the screen says, as the request: only what is ticked. */
export function toCorrection({ asked = {}, note }: Partial<CorrectionScreen>): RequestCorrectionInput {
  const items = Object.entries(asked).flatMap(([code, { wanted, what }]) => (wanted ? [{ code, what: (what ?? '').trim() }] : []))
  return { items, ...optional('note', note) }
}
