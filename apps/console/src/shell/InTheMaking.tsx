import { useQuery } from '@tanstack/react-query'
import { t } from '../words/index.ts'

interface Working {
  name: string
  done: number
  total: number
}

/** The historic cases of a demo come to be while the pages are used already: how far it is, until all are there. */
export function InTheMaking() {
  const { data } = useQuery({
    queryKey: ['working'],
    queryFn: askWorking,
    refetchInterval: ({ state }) => (state.data?.length ? 5000 : false),
  })
  const history = data?.find(({ name }) => name === 'demo.history')
  if (!history) return null
  const { done, total } = history
  return (
    <section className="making" aria-label={t('making.title')}>
      <p>
        <strong>{t('making.title')}</strong> <span className="quiet">{t('making.text')}</span>
      </p>
      <span className="making-bar">
        <progress value={done} max={total} aria-label={t('making.title')} />
        <span className="figures">{t('making.progress', { done, total })}</span>
      </span>
    </section>
  )
}

/** The server says of itself what it is making; one that says nothing makes nothing. */
async function askWorking(): Promise<Working[]> {
  const answer = await fetch(new URL('/readyz', location.origin))
  const { working = [] } = (await answer.json()) as { working?: Working[] }
  return working
}
