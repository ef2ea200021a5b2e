import { useQuery } from '@tanstack/react-query'
import type { AuditChain } from '@yiwang/kernel/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayDay, sayMoment } from '../dates.ts'
import { Facts } from '../shell/Facts.tsx'
import { Icon } from '../shell/Icon.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'

/** Whether the log is what was written: the last walk along the chain, its head, the seals of the last days. */
export function AuditChainCard() {
  const [awaited, setAwaited] = useState<string>()
  const chain = useQuery({
    queryKey: ['audit-chain'],
    queryFn: () => api.get('/audit/chain'),
    refetchInterval: ({ state }) => (awaited !== undefined && (state.data?.verdict?.checkedAt ?? '') === awaited ? 1500 : false),
  })
  const last = chain.data?.verdict?.checkedAt ?? ''
  const check = useAct({
    send: (_: null, idempotencyKey) => api.post('/audit/chain/check', { idempotencyKey }),
    onDone: () => setAwaited(last),
  })
  const busy = check.isPending || (awaited !== undefined && awaited === last)
  return (
    <section className="card audit-chain">
      {check.error && <ProblemAlert error={check.error} />}
      <Read query={chain} rows={2}>
        {(found) => (
          <>
            <div className="card-head">
              <h2>{t('audit.chain')}</h2>
              <Verdict chain={found} />
              <span className="spacer" />
              <Button loading={busy} onClick={() => check.mutate(null)}>
                {t('audit.check')}
              </Button>
            </div>
            <Facts
              of={[
                [t('audit.checkedAt'), found.verdict ? sayMoment(found.verdict.checkedAt) : t('audit.never')],
                [t('audit.links'), found.links.toLocaleString('zh-CN')],
                [t('audit.firstBad'), found.verdict?.firstBad && sayBad(found.verdict.firstBad)],
                [t('audit.head'), found.head && <code className="digest">{found.head}</code>],
              ]}
            />
            {found.seals.length > 0 && (
              <details>
                <summary>{t('audit.seals', { count: found.seals.length })}</summary>
                <ul className="lines">
                  {found.seals.map(({ day, link, hash }) => (
                    <li key={day}>
                      <span>
                        {sayDay(day)}
                        <small>
                          {t('audit.sealedAt', { link })} <code className="digest">{hash}</code>
                        </small>
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Read>
    </section>
  )
}

function Verdict({ chain: { verdict } }: { chain: AuditChain }) {
  if (!verdict) return <span className="tag">{t('audit.never')}</span>
  return (
    <span className={verdict.whole ? 'tag green' : 'tag red'}>
      <Icon name={verdict.whole ? 'done' : 'error'} size={14} /> {t(verdict.whole ? 'audit.whole' : 'audit.broken')}
    </span>
  )
}

type Bad = NonNullable<NonNullable<AuditChain['verdict']>['firstBad']>

/** The first place that is not as it was written. */
export function sayBad({ link, position, reason }: Bad): string {
  return t('audit.badAt', { link, position: position ?? '—', reason: tOf('auditBad', reason) })
}
