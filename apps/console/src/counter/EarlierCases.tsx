import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../api.ts'
import { StateTag } from '../cases/StateTag.tsx'
import { tidyNumber } from '../forms/tidy-number.ts'
import { useMay } from '../session/me.ts'
import { t } from '../words/index.ts'
import type { ApplicantScreen } from './walk-in.ts'

/** What the applicant has under way here already: whoever comes back with what was missing goes on, and does not begin anew. */
export function EarlierCases({ kind, number }: Pick<ApplicantScreen, 'kind' | 'number'>) {
  const may = useMay()
  const cases = useQuery({
    queryKey: ['cases-of', kind, tidyNumber(number)],
    queryFn: () => api.post('/cases/by-applicant', { body: { kind, number: tidyNumber(number), limit: 5 } }),
    enabled: may('cases.look'),
    gcTime: 0,
  })
  const lines = cases.data?.items ?? []
  if (lines.length === 0) return null
  return (
    <div className="notice">
      <strong>{t('counter.earlier')}</strong>
      <ul className="plain-lines">
        {lines.map((line) => (
          <li key={line.caseNumber}>
            <Link to={`/cases/${line.caseNumber}`}>{line.itemName}</Link> <StateTag state={line.state} decision={line.decision} />
          </li>
        ))}
      </ul>
    </div>
  )
}
