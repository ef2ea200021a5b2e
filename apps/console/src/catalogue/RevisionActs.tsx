import type { Options } from '@yiwang/api-client'
import type { DraftDesk } from '@yiwang/catalogue/contract'
import { Button, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { useMay } from '../session/me.ts'
import { SideForm } from '../shell/SideForm.tsx'
import { t } from '../words/index.ts'
import { ApproveForm } from './ApproveForm.tsx'

interface ActsShape {
  desk: DraftDesk
  comparing: boolean
  onCompare: (() => void) | undefined
}

/** The way of a revision: 报审, 审核, 退回, 发布, 放弃; each where its state and the permission allow. */
export function RevisionActs({ desk, comparing, onCompare }: ActsShape) {
  const { revision, findings } = desk
  const code = revision.implementationCode
  const [open, setOpen] = useState<'approve' | 'return' | 'publish'>()
  const may = useMay()
  const navigate = useNavigate()
  const changes = [['draft', code], ['published', code], ['/implementations']]
  const close = () => setOpen(undefined)
  const submission = useStep(code, 'submission', changes)
  const approval = useStep(code, 'approval', changes, close)
  const returning = useStep(code, 'return', changes, close)
  const publication = useStep(code, 'publication', changes, close)
  const discard = useAct({
    send: (_: null, idempotencyKey) =>
      api.delete('/implementations/{implementationCode}/draft', { path: { implementationCode: code }, idempotencyKey }),
    changes,
    onDone: () => void navigate('/catalogue'),
  })
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const failed = submission.error ?? discard.error
  const { state } = revision
  return (
    <div className="revision-acts">
      {failed && <ProblemAlert error={failed} />}
      <div className="act-buttons">
        {state === 'draft' && (
          <Button
            type="primary"
            disabled={errors > 0}
            loading={submission.isPending}
            onClick={() => submission.mutate(undefined)}
            aria-describedby="revision-reason"
          >
            {t('revision.submit')}
          </Button>
        )}
        {state === 'submitted' && may('catalogue.approve') && (
          <Button type="primary" onClick={() => setOpen('approve')}>
            {t('revision.approve')}
          </Button>
        )}
        {state === 'approved' && may('catalogue.publish') && (
          <Button type="primary" onClick={() => setOpen('publish')}>
            {t('revision.publish')}
          </Button>
        )}
        {(state === 'submitted' || state === 'approved') && may('catalogue.approve') && (
          <Button onClick={() => setOpen('return')}>{t('revision.return')}</Button>
        )}
        {onCompare && (
          <Button aria-pressed={comparing} onClick={onCompare}>
            {t(comparing ? 'changes.back' : 'changes.show')}
          </Button>
        )}
        {state === 'draft' && (
          <Popconfirm
            title={t('revision.discardSure')}
            okText={t('revision.discard')}
            okButtonProps={{ danger: true }}
            onConfirm={() => discard.mutate(null)}
          >
            <Button type="text" danger loading={discard.isPending}>
              {t('revision.discard')}
            </Button>
          </Popconfirm>
        )}
        <span id="revision-reason" className="quiet">
          {state === 'draft' && errors > 0 && t('revision.errorsFirst', { count: errors })}
          {state === 'draft' && revision.opinion && t('revision.returned', { opinion: revision.opinion })}
        </span>
      </div>
      <SideForm title={t('revision.approve')} open={open === 'approve'} onClose={close}>
        <ApproveForm
          materials={revision.elements.materials ?? []}
          error={approval.error}
          busy={approval.isPending}
          onSubmit={(body) => approval.mutate(body)}
        />
      </SideForm>
      <SideForm title={t('revision.return')} open={open === 'return'} onClose={close}>
        <ActForm<{ reason: string }>
          submitLabel={t('revision.return')}
          error={returning.error}
          busy={returning.isPending}
          onSubmit={({ reason }) => returning.mutate({ reason: reason.trim() })}
        >
          <Form.Item
            name="reason"
            label={t('revision.returnReason')}
            rules={[{ required: true, whitespace: true, message: t('field.reasonNeeded') }]}
          >
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={500} />
          </Form.Item>
        </ActForm>
      </SideForm>
      <SideForm title={t('revision.publish')} open={open === 'publish'} onClose={close}>
        <ActForm<{ effectiveOn?: string }>
          submitLabel={t('revision.publish')}
          error={publication.error}
          busy={publication.isPending}
          onSubmit={({ effectiveOn }) => publication.mutate(effectiveOn ? { effectiveOn } : {})}
        >
          <p className="quiet form-lead">{t('revision.publishText')}</p>
          <Form.Item name="effectiveOn" label={t('catalogue.effectiveOn')} extra={t('revision.publishHelp')}>
            <Input type="date" />
          </Form.Item>
        </ActForm>
      </SideForm>
    </div>
  )
}

type Step = 'submission' | 'approval' | 'return' | 'publication'

function useStep<Path extends Step>(code: string, path: Path, changes: string[][], onDone?: () => void) {
  return useAct({
    send: (body: Options<'post', `/implementations/{implementationCode}/${Path}`>['body'], idempotencyKey) => {
      const options = { path: { implementationCode: code }, ...(body === undefined ? {} : { body }), idempotencyKey }
      // Which step it is the caller knows; here it is only passed on.
      return api.post(`/implementations/{implementationCode}/${path}` as '/implementations/{implementationCode}/submission', options)
    },
    changes,
    ...(onDone ? { onDone } : {}),
  })
}
