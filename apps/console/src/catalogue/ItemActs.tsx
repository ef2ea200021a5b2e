import type { Implementation } from '@yiwang/catalogue/contract'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { useMay } from '../session/me.ts'
import { SideForm } from '../shell/SideForm.tsx'
import { t } from '../words/index.ts'

type Open = 'revision' | 'suspension' | 'withdrawal'

/** What can be done to an item in force: 变更, 暂停, 恢复, 取消. */
export function ItemActs({ item: { implementationCode: code, state } }: { item: Implementation }) {
  const [open, setOpen] = useState<Open>()
  const may = useMay()
  const changes = [['draft', code], ['published', code], ['/implementations']]
  const act = useAct({
    send: ({ path, reason }: { path: Open; reason: string }, idempotencyKey) =>
      api.post(`/implementations/{implementationCode}/${path}`, { path: { implementationCode: code }, body: { reason }, idempotencyKey }),
    changes,
    onDone: () => setOpen(undefined),
  })
  const resume = useAct({
    send: (_: null, idempotencyKey) =>
      api.post('/implementations/{implementationCode}/resumption', { path: { implementationCode: code }, idempotencyKey }),
    changes,
  })
  const revises = may('catalogue.draft') || may('catalogue.keep') || may('catalogue.administer')
  return (
    <>
      {resume.error && <ProblemAlert error={resume.error} />}
      <div className="act-buttons item-acts">
        {revises && state !== 'withdrawn' && (
          <Button type="primary" onClick={() => setOpen('revision')}>
            {t('item.revision')}
          </Button>
        )}
        {may('catalogue.suspend') && state === 'inForce' && <Button onClick={() => setOpen('suspension')}>{t('item.suspension')}</Button>}
        {may('catalogue.suspend') && state === 'suspended' && (
          <Button onClick={() => resume.mutate(null)} loading={resume.isPending}>
            {t('item.resumption')}
          </Button>
        )}
        {may('catalogue.suspend') && state !== 'withdrawn' && (
          <Button danger type="text" onClick={() => setOpen('withdrawal')}>
            {t('item.withdrawal')}
          </Button>
        )}
      </div>
      <SideForm title={open ? t(`item.${open}`) : ''} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && (
          <ActForm<{ reason: string }>
            submitLabel={t(`item.${open}`)}
            danger={open === 'withdrawal'}
            error={act.error}
            busy={act.isPending}
            onSubmit={({ reason }) => act.mutate({ path: open, reason: reason.trim() })}
          >
            <p className="quiet form-lead">{t(`itemText.${open}`)}</p>
            <Form.Item
              name="reason"
              label={t('field.reason')}
              rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
            >
              <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
            </Form.Item>
          </ActForm>
        )}
      </SideForm>
    </>
  )
}
