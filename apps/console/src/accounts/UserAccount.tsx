import type { AccountAtDesk } from '@yiwang/identity/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { Facts } from '../shell/Facts.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { AccountChanges } from './AccountChanges.tsx'
import { AnswerEnabling } from './AnswerEnabling.tsx'
import { ReasonForm } from './ReasonForm.tsx'

const tones: Record<AccountAtDesk['state'], string> = { active: 'tag green', disabled: 'tag red', closed: 'tag' }

/** One account as those who watch over accounts see it: numbers masked, what was done with it, and what may be done now. */
export function UserAccount({ account, onChange }: { account: AccountAtDesk; onChange: (account: AccountAtDesk) => void }) {
  const request = account.changes.find(({ kind, outcome }) => kind === 'enable' && outcome === undefined)
  return (
    <section className="card">
      <div className="card-head">
        <h2>{account.name}</h2>
        <span className={tones[account.state]}>{tOf('users.state', account.state)}</span>
      </div>
      <Facts
        of={[
          [t('users.kind'), tOf('users.kind', account.kind)],
          [t('users.number'), account.number],
          [t('users.phone'), account.phone],
          [t('users.level'), account.level !== undefined && t('users.levelOf', { level: account.level })],
          [t('users.registeredAt'), sayMoment(account.registeredAt)],
        ]}
      />
      <AccountActs account={account} asked={request !== undefined} onChange={onChange} />
      {request && <AnswerEnabling accountId={account.id} request={request} onChange={onChange} />}
      <h3 className="side-head">{t('users.history')}</h3>
      <AccountChanges accountId={account.id} />
    </section>
  )
}

interface Acts {
  account: AccountAtDesk
  asked: boolean
  onChange: (account: AccountAtDesk) => void
}

/** 禁用 of an account in use, 申请解禁 of a disabled one; both with their reason. */
function AccountActs({ account: { id, state }, asked, onChange }: Acts) {
  const [open, setOpen] = useState(false)
  const may = useMay()('identity.disableAccounts')
  const path = state === 'active' ? ('/accounts/{id}/disabling' as const) : ('/accounts/{id}/enabling-requests' as const)
  const act = useAct({
    send: (body: { reason: string }, idempotencyKey) => api.post(path, { path: { id }, body, idempotencyKey }),
    changes: [['/accounts/{id}/changes']],
    onDone: (changed) => {
      setOpen(false)
      onChange(changed)
    },
  })
  if (!may || state === 'closed' || asked) return null
  const name = t(state === 'active' ? 'users.disable' : 'users.askEnabling')
  return (
    <div className="card-foot">
      <Button danger={state === 'active'} onClick={() => setOpen(true)}>
        {name}
      </Button>
      <SideForm title={name} open={open} onClose={() => setOpen(false)}>
        <ReasonForm
          act={act}
          label={name}
          lead={t(state === 'active' ? 'users.disableText' : 'users.askEnablingText')}
          danger={state === 'active'}
          most={500}
          onCancel={() => setOpen(false)}
        />
      </SideForm>
    </div>
  )
}
