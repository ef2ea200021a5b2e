import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../api.ts'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import { t } from '../words/index.ts'

/** What the house has told me about my login and I have not seen yet: an authenticator taken off, a new device. */
export function MyMessages() {
  const key = ['my-messages']
  const unread = useQuery({ queryKey: key, queryFn: () => api.get('/my/messages', { query: { unread: true } }) })
  const read = useAct({ send: (_: null, idempotencyKey) => api.post('/my/messages/reading', { idempotencyKey }), changes: [key] })
  const messages = unread.data?.items ?? []
  if (messages.length === 0) return null
  return (
    <section className="card">
      <h2>{t('account.messages')}</h2>
      <ul className="lines">
        {messages.map(({ id, title, text, sentAt }) => (
          <li key={id}>
            <span>
              <strong>{title}</strong>
              <small>
                {text} · {sayMoment(sentAt)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <div className="card-foot">
        <Button onClick={() => read.mutate(null)} loading={read.isPending}>
          {t('account.messagesRead')}
        </Button>
      </div>
    </section>
  )
}
