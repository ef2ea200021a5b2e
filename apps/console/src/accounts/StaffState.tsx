import type { StaffWithRoles } from '@yiwang/organisation/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { SideForm } from '../shell/SideForm.tsx'
import { t } from '../words/index.ts'
import { ReasonForm } from './ReasonForm.tsx'

/** Out of service (停用), with the reason; and back. */
export function StaffState({ staff: { id, enabled } }: { staff: StaffWithRoles }) {
  const [asking, setAsking] = useState(false)
  const changes = [['staff', id], ['/staff']]
  const disable = useAct({
    send: (body: { reason: string }, idempotencyKey) => api.post('/staff/{id}/disabling', { path: { id }, body, idempotencyKey }),
    changes,
    onDone: () => setAsking(false),
  })
  const enable = useAct({ send: (_: null, idempotencyKey) => api.post('/staff/{id}/enabling', { path: { id }, idempotencyKey }), changes })
  return (
    <div className="card-foot">
      {enable.error && <ProblemAlert error={enable.error} />}
      {enabled ? (
        <Button danger onClick={() => setAsking(true)}>
          {t('accounts.disable')}
        </Button>
      ) : (
        <Button onClick={() => enable.mutate(null)} loading={enable.isPending}>
          {t('accounts.enable')}
        </Button>
      )}
      <SideForm title={t('accounts.disable')} open={asking} onClose={() => setAsking(false)}>
        <ReasonForm act={disable} label={t('accounts.disable')} lead={t('accounts.disableText')} onCancel={() => setAsking(false)} />
      </SideForm>
    </div>
  )
}
