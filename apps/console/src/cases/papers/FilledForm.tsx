import { useQuery } from '@tanstack/react-query'
import type { ServiceCase } from '@yiwang/cases/contract'
import { api } from '../../api.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { t } from '../../words/index.ts'
import { useItem } from '../case-query.ts'
import { readForm, sayAnswers } from './read-form.ts'

/** What was filled in, in the words of the form. */
export function FilledForm({ serviceCase }: { serviceCase: ServiceCase }) {
  const item = useItem(serviceCase.implementationCode)
  const pinned = item.data?.form
  const form = useQuery({
    queryKey: ['form', pinned?.key, pinned?.version],
    queryFn: () => api.get('/forms/{key}/{version}', { path: { key: pinned?.key ?? '', version: pinned?.version ?? 1 } }),
    enabled: pinned !== undefined,
    staleTime: Infinity,
  })
  if (item.isPending || (pinned && form.isPending)) return <PageSkeleton rows={6} />
  const groups = readForm(form.data?.schema ?? {}, serviceCase.form)
  const answers = sayAnswers(item.data?.questions ?? [], serviceCase.answers)
  return (
    <div className="filled">
      {answers.length > 0 && <Group title={t('papers.answers')} fields={answers} />}
      {groups.map((group) => (
        <Group key={group.key} title={group.title} fields={group.fields} />
      ))}
    </div>
  )
}

function Group({ title, fields }: { title: string; fields: readonly { name: string; value: string }[] }) {
  return (
    <section>
      {title && <h3>{title}</h3>}
      <dl className="facts">
        {fields.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
