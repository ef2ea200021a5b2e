import { useInfiniteQuery } from '@tanstack/react-query'
import type { AccountChange } from '@yiwang/identity/contract'
import { Button } from 'antd'
import { api } from '../api.ts'
import { sayMoment } from '../dates.ts'
import { ActorName } from '../records/ActorName.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { t, tOf } from '../words/index.ts'

/** What was done with an account, by whom, with what it was before and after (操作审计). */
export function AccountChanges({ accountId: id }: { accountId: string }) {
  const pages = useInfiniteQuery({
    queryKey: ['/accounts/{id}/changes', id],
    queryFn: ({ pageParam }) =>
      api.get('/accounts/{id}/changes', { path: { id }, query: { limit: 20, ...(pageParam === undefined ? {} : { after: pageParam }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  })
  if (pages.isPending) return <PageSkeleton rows={2} />
  const changes = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <ul className="lines">
        {changes.map((change) => (
          <li key={change.id}>
            <span>
              <strong>{tOf('users.change', change.kind)}</strong>{' '}
              {change.outcome !== 'done' && <span className="tag">{outcomeOf(change)}</span>}
              <small>
                <ActorName kind={kindOf(change.askedBy, id)} id={change.askedBy} /> · {sayMoment(change.askedAt)}
                {sayValues(change) && ` · ${sayValues(change)}`}
                {change.reason && ` · ${change.reason}`}
                {change.note && ` · ${change.note}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {t('list.more')}
        </Button>
      )}
    </>
  )
}

/** The holder, a member of staff, or the house itself, whose acts have a name instead of a key. */
const kindOf = (by: string, holder: string) => (by === holder ? 'user' : /^[0-9a-f-]{36}$/.test(by) ? 'staff' : 'system')
const outcomeOf = ({ outcome }: AccountChange) => (outcome === undefined ? t('users.waits') : tOf('users.outcome', outcome))

/** 138****0001 → 138****0005; of what was opened only what it is. */
export function sayValues({ before, after }: Pick<AccountChange, 'before' | 'after'>): string {
  const word = (name: string, value: string) =>
    name === 'state' ? tOf('users.state', value) : name === 'level' ? t('users.levelOf', { level: value }) : value
  return Object.entries(after)
    .map(([name, value]) => (before[name] === undefined ? word(name, value) : `${word(name, before[name])} → ${word(name, value)}`))
    .join('，')
}
