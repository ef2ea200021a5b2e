import type { AssignInput, BadRating } from '@yiwang/interaction/contract'
import { Form } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { BodySelect } from '../shell/BodySelect.tsx'
import { t } from '../words/index.ts'
import { Category } from './Category.tsx'

/** 分类交办: what it is about, and the body that has to answer it. */
export function AssignRating({ rating, onDone }: { rating: BadRating; onDone: (rating: BadRating) => void }) {
  const { caseNumber, category, bodyCode } = rating
  const assign = useAct({
    send: (body: AssignInput, idempotencyKey) =>
      api.post('/bad-ratings/{caseNumber}/assignment', { path: { caseNumber }, body, idempotencyKey }),
    changes: [['/bad-ratings']],
    onDone,
  })
  return (
    <section className="side-act">
      <h2 className="side-head">{t('ratings.assign')}</h2>
      <ActForm<AssignInput>
        submitLabel={t('ratings.assign')}
        error={assign.error}
        busy={assign.isPending}
        initialValues={{ bodyCode, ...(category ? { category } : {}) }}
        onSubmit={(input) => assign.mutate(input)}
      >
        <Category />
        <Form.Item name="bodyCode" label={t('ratings.to')} rules={[{ required: true, message: t('ratings.toNeeded') }]}>
          <BodySelect />
        </Form.Item>
      </ActForm>
    </section>
  )
}
