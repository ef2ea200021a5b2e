import type { AnswerInput, AssignInput, BadRating } from '@yiwang/interaction/contract'
import { Form, Input, Radio, Select, Switch } from 'antd'
import { Link } from 'react-router'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { sayDay, sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { BodyName } from '../shell/BodyName.tsx'
import { BodySelect } from '../shell/BodySelect.tsx'
import { Facts } from '../shell/Facts.tsx'
import { t, tOf } from '../words/index.ts'
import { Score } from './Score.tsx'

const categories = ['time', 'materials', 'conditions', 'attitude', 'skill', 'online', 'fee', 'other'] as const

/** What was said, what came of it, and what can be done now: sort and give to a body (分类交办), answer (办理反馈). */
export function OneRating({ rating, onDone }: { rating: BadRating; onDone: (rating: BadRating) => void }) {
  const may = useMay()
  const isOpen = rating.state !== 'answered'
  return (
    <>
      <RatingFacts rating={rating} />
      {isOpen && may('interaction.assignRatings') && <Assign key={rating.state} rating={rating} onDone={onDone} />}
      {isOpen && may('interaction.answerRatings') && <Answer key={rating.category} rating={rating} onDone={onDone} />}
    </>
  )
}

function RatingFacts({ rating }: { rating: BadRating }) {
  const { caseNumber, itemName, bodyCode, score, tags, comment, ratedAt, category, dueOn, state, verdict, answer, calledBack, answeredAt } =
    rating
  const answered = state === 'answered'
  return (
    <Facts
      of={[
        [t('ratings.score'), <Score key="score" score={score} />],
        [t('ratings.said'), comment],
        [t('ratings.tags'), tags.map((tag) => tOf('ratingTag', tag)).join('、')],
        [t('work.item'), itemName],
        [
          t('payments.case'),
          <Link key="case" to={`/cases/${caseNumber}`}>
            {caseNumber}
          </Link>,
        ],
        [t('ratings.at'), sayMoment(ratedAt)],
        [t('ratings.body'), <BodyName key="body" code={bodyCode} />],
        [t('ratings.category'), category && tOf('ratingCategory', category)],
        [t('ratings.dueOn'), answered ? undefined : sayDay(dueOn)],
        [t('ratings.verdict'), verdict && tOf('verdict', verdict)],
        [t('ratings.answer'), answer],
        [t('ratings.calledBack'), answered ? t(calledBack ? 'shell.yes' : 'shell.no') : undefined],
        [t('ratings.answeredAt'), answeredAt && sayMoment(answeredAt)],
      ]}
    />
  )
}

interface PartShape {
  rating: BadRating
  onDone: (rating: BadRating) => void
}

const Category = () => (
  <Form.Item name="category" label={t('ratings.category')} rules={[{ required: true, message: t('ratings.categoryNeeded') }]}>
    <Select options={categories.map((value) => ({ value, label: tOf('ratingCategory', value) }))} />
  </Form.Item>
)

function Assign({ rating, onDone }: PartShape) {
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

function Answer({ rating, onDone }: PartShape) {
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
