import type { AccountAtDesk, AccountChange, AnswerEnablingInput } from '@yiwang/identity/contract'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { sayMoment } from '../dates.ts'
import { useMay } from '../session/me.ts'
import { t } from '../words/index.ts'

interface Asked {
  accountId: string
  request: AccountChange
  onChange: (account: AccountAtDesk) => void
}

/** 解禁审核: the head grants or refuses what another asked for. */
export function AnswerEnabling({ accountId: id, request, onChange }: Asked) {
  const [note, setNote] = useState('')
  const may = useMay()('identity.enableAccounts')
  const answer = useAct({
    send: (body: AnswerEnablingInput, idempotencyKey) => api.post('/accounts/{id}/enabling', { path: { id }, body, idempotencyKey }),
    changes: [['/accounts/{id}/changes']],
    onDone: onChange,
  })
  const give = (granted: boolean) => answer.mutate({ requestId: request.id, granted, ...(note.trim() === '' ? {} : { note: note.trim() }) })
  return (
    <div className="notice">
      <strong>{t('users.asked')}</strong>
      <p>
        {request.reason} · {sayMoment(request.askedAt)}
      </p>
      {answer.error && <ProblemAlert error={answer.error} />}
      {may ? (
        <>
          <label className="stacked">
            {t('users.note')}
            <Input.TextArea value={note} maxLength={500} autoSize={{ minRows: 2 }} onChange={(event) => setNote(event.target.value)} />
          </label>
          <div className="act-buttons">
            <Button type="primary" loading={answer.isPending} onClick={() => give(true)}>
              {t('users.grant')}
            </Button>
            <Button disabled={answer.isPending} onClick={() => give(false)}>
              {t('users.refuse')}
            </Button>
          </div>
        </>
      ) : (
        <p className="quiet small">{t('users.awaitsHead')}</p>
      )}
    </div>
  )
}
