import type { AnswerInput, BadRating } from '@yiwang/interaction/contract'
import { Form, Input, Radio, Switch } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { t, tOf } from '../words/index.ts'
import { Category } from './Category.tsx'

/** 办理反馈: whether the rating was justified, and what is said to it. */
export function AnswerRating({ rating, onDone }: { rating: BadRating; onDone: (rating: BadRating) => void }) {
  const { caseNumber, category } = rating
  const answer = useAct({
    send: (body: AnswerInput, idempotencyKey) =>
      api.post('/bad-ratings/{caseNumber}/answer', { path: { caseNumber }, body, idempotencyKey }),
    changes: [['/bad-ratings']],
    onDone,
  })
  return (
    <section className="side-act">
      <h2 className="side-head">{t('ratings.doAnswer')}</h2>
      <p className="quiet">{t('ratings.answerText')}</p>
      <ActForm<AnswerInput>
        submitLabel={t('ratings.doAnswer')}
        error={answer.error}
        busy={answer.isPending}
        initialValues={{ calledBack: false, ...(category ? { category } : {}) }}
        onSubmit={(input) => answer.mutate({ ...input, answer: input.answer.trim() })}
      >
        <Category />
        <Form.Item name="verdict" label={t('ratings.verdict')} rules={[{ required: true, message: t('ratings.verdictNeeded') }]}>
          <Radio.Group options={(['justified', 'unjustified'] as const).map((value) => ({ value, label: tOf('verdict', value) }))} />
        </Form.Item>
        <Form.Item
          name="answer"
          label={t('ratings.answer')}
          rules={[{ required: true, whitespace: true, message: t('ratings.answerNeeded') }]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="calledBack" label={t('ratings.calledBack')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </ActForm>
    </section>
  )
}
