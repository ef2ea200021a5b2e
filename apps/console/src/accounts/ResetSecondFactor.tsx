import { api } from '../api.ts'
import { useAct } from '../acts/use-act.ts'
import { SideForm } from '../shell/SideForm.tsx'
import { t } from '../words/index.ts'
import { ReasonForm } from './ReasonForm.tsx'

/** A lost authenticator is taken off (重置动态口令); its owner is told by whom and why. */
export function ResetSecondFactor({ staffId: id, open, onClose }: { staffId: string; open: boolean; onClose: () => void }) {
  const reset = useAct({
    send: (body: { reason: string }, idempotencyKey) => api.post('/staff/{id}/second-factor-reset', { path: { id }, body, idempotencyKey }),
    changes: [['login', id]],
    onDone: onClose,
  })
  return (
    <SideForm title={t('accounts.resetFactor')} open={open} onClose={onClose}>
      <ReasonForm act={reset} label={t('accounts.resetFactor')} lead={t('accounts.resetFactorText')} onCancel={onClose} />
    </SideForm>
  )
}
