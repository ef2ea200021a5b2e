import type { ServiceCase } from '@yiwang/cases/contract'
import { useState } from 'react'
import { sayMoment } from '../../dates.ts'
import { t } from '../../words/index.ts'

type Subject = Pick<ServiceCase, 'version' | 'steps'>

/** Somebody did something to the case while this form was open: who, what and when, so that nobody wonders why it is refused. */
export function Meanwhile({ serviceCase }: { serviceCase: Subject }) {
  const [begunAt] = useState(serviceCase.version)
  const said = sayMeanwhile(serviceCase, begunAt)
  return said === undefined ? null : (
    <p className="notice amber" role="status">
      {said}
    </p>
  )
}

export function sayMeanwhile({ version, steps }: Subject, begunAt: number): string | undefined {
  const last = steps.at(-1)
  if (version === begunAt || !last) return undefined
  const { actorName, name, startedAt, endedAt } = last
  return t('desk.meanwhile', { who: actorName, step: name, when: sayMoment(endedAt ?? startedAt) })
}
