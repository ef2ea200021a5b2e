import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../api.ts'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import { PostNames } from '../shell/PostNames.tsx'
import { Read } from '../shell/Read.tsx'
import { t } from '../words/index.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { useMe } from './me.ts'
import { MyMessages } from './MyMessages.tsx'
import { sayRole } from './say-role.ts'
import { SecondFactor } from './SecondFactor.tsx'
import { SignIns } from './SignIns.tsx'

/** My account: who I am here, password, second factor, where I am signed in. */
export function Account() {
  const { name, staff } = useMe()
  return (
    <div className="column">
      <section className="card">
        <h2>{t('shell.account')}</h2>
        <dl className="facts">
          <Fact name={t('account.name')} value={name} />
          <Fact name={t('account.staffNumber')} value={staff.staffNumber} />
          <Fact name={t('account.body')} value={staff.bodyName} />
          {staff.posts.length > 0 && <Fact name={t('account.posts')} value={<PostNames bodyCode={staff.bodyCode} posts={staff.posts} />} />}
          <Fact name={t('account.roles')} value={staff.roles.map(sayRole).join('、') || t('shell.none')} />
        </dl>
      </section>
      <MyMessages />
      <section className="card narrow-form">
        <h2>{t('shell.password')}</h2>
        <ChangePassword />
      </section>
      <section className="card">
        <h2>{t('shell.secondFactor')}</h2>
        <SecondFactor />
      </section>
      <section className="card">
        <h2>{t('account.sessions')}</h2>
        <Sessions />
      </section>
      <section className="card">
        <h2>{t('account.signIns')}</h2>
        <SignIns />
      </section>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Sessions() {
  const sessions = useQuery({ queryKey: ['session', 'list'], queryFn: () => api.get('/me/sessions') })
  const end = useAct({ send: (key: string) => api.delete('/me/sessions/{key}', { path: { key } }), changes: [['session', 'list']] })
  return (
    <Read query={sessions} rows={3}>
      {(lines) => (
        <ul className="lines">
          {lines.map((line) => (
            <li key={line.key}>
              <span>
                {line.device} {line.current && <em className="tag">{t('account.thisDevice')}</em>}
                <small>{t('account.lastSeen', { when: sayMoment(line.seenAt) })}</small>
              </span>
              {!line.current && (
                <Button size="small" onClick={() => end.mutate(line.key)} loading={end.isPending && end.variables === line.key}>
                  {t('account.endSession')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Read>
  )
}
