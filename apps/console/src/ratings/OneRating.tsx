import type { BadRating } from '@yiwang/interaction/contract'
import { Link } from 'react-router'
import { sayDay, sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { BodyName } from '../shell/BodyName.tsx'
import { Facts } from '../shell/Facts.tsx'
import { t, tOf } from '../words/index.ts'
import { AnswerRating } from './AnswerRating.tsx'
import { AssignRating } from './AssignRating.tsx'
import { Score } from './Score.tsx'

/** What was said, what came of it, and what can be done now: sort and give to a body (分类交办), answer (办理反馈). */
export function OneRating({ rating, onDone }: { rating: BadRating; onDone: (rating: BadRating) => void }) {
  const may = useMay()
  const isOpen = rating.state !== 'answered'
  return (
    <>
      <RatingFacts rating={rating} />
      {isOpen && may('interaction.assignRatings') && <AssignRating key={rating.state} rating={rating} onDone={onDone} />}
      {isOpen && may('interaction.answerRatings') && <AnswerRating key={rating.category} rating={rating} onDone={onDone} />}
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
