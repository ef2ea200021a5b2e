import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '@yiwang/api-client'
import type { Flow, FlowInput } from '@yiwang/catalogue/contract'
import { App, Button, Form, Input } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { useMay, useMe } from '../session/me.ts'
import { Icon } from '../shell/Icon.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { Read } from '../shell/Read.tsx'
import { SideForm } from '../shell/SideForm.tsx'
import { t, tOf } from '../words/index.ts'
import { readFindings, type FlowFinding } from './findings.ts'
import type { ModelHandle } from './FlowModel.tsx'
import { startingFlow } from './starting-flow.ts'

const FlowModel = lazy(() => import('./FlowModel.tsx').then((file) => ({ default: file.FlowModel })))

type DrawnFlow = Flow & { bpmn: string }

/** One flow: drawn, changed, proposed, reviewed. A version is never changed; what is proposed is a new one. */
export function FlowPage() {
  const { key = '', version = '1' } = useParams()
  const flow = useQuery({
    queryKey: ['flow', key, version],
    queryFn: () => api.get('/flows/{key}/{version}', { path: { key, version } }),
    staleTime: Infinity,
  })
  return <Read query={flow}>{(found) => <Modelling key={`${key} ${version}`} flow={found} />}</Read>
}

export function NewFlow() {
  return <Modelling flow={undefined} />
}

function Modelling({ flow }: { flow: DrawnFlow | undefined }) {
  const { staff } = useMe()
  const may = useMay()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const model = useRef<ModelHandle>(null)
  const [proposing, setProposing] = useState(false)
  const [findings, setFindings] = useState<readonly FlowFinding[]>([])
  const deploy = useAct({
    send: ({ key, body }: { key: string; body: FlowInput }, idempotencyKey) =>
      api.post('/flows/{key}', { path: { key }, body, idempotencyKey }),
    changes: [['flows']],
    onDone: ({ key, version }) => {
      void message.success(t('flow.proposed'))
      void navigate(`/catalogue/flows/${key}/${version}`)
    },
  })
  const propose = async (key: string) => {
    const bpmn = (await model.current?.xml()) ?? ''
    setFindings([])
    deploy.mutate(
      { key, body: { bodyCode: flow?.bodyCode ?? staff.bodyCode, bpmn } },
      { onError: (error) => showFindings(error), onSettled: () => setProposing(false) },
    )
  }
  const showFindings = (error: Error) => {
    const found = error instanceof ProblemError ? readFindings(error.problem) : []
    setFindings(found)
    model.current?.mark(found.map(({ elementId }) => elementId))
  }
  return (
    <div className="flow-page">
      <p className="crumb">
        <Link to="/catalogue/flows">
          <Icon name="arrowLeft" size={18} /> {t('catalogue.flows')}
        </Link>
      </p>
      <header className="page-head">
        <h1>{flow?.name ?? t('flow.new')}</h1>
        {flow && <span className="tag blue">{tOf('flowState', flow.state)}</span>}
        {flow && <span className="quiet">{t('catalogue.version', { version: flow.version })}</span>}
        <span className="spacer" />
        {flow?.state === 'proposed' && may('catalogue.approveFlow') && <FlowReview flow={flow} />}
        {may('catalogue.deployFlow') && (
          <Button type="primary" onClick={() => (flow ? void propose(flow.key) : setProposing(true))} loading={deploy.isPending}>
            {t(flow ? 'flow.proposeVersion' : 'flow.propose')}
          </Button>
        )}
      </header>
      {deploy.error && findings.length === 0 && <ProblemAlert error={deploy.error} />}
      {flow?.opinion && <p className="notice">{flow.opinion}</p>}
      <FlowFindings findings={findings} onFind={(id) => model.current?.select(id)} />
      <Suspense fallback={<PageSkeleton />}>
        <FlowModel ref={model} bpmn={flow?.bpmn ?? startingFlow(t('flow.new'))} />
      </Suspense>
      <SideForm title={t('flow.propose')} open={proposing} onClose={() => setProposing(false)}>
        <ActForm<{ key: string }> submitLabel={t('flow.propose')} busy={deploy.isPending} onSubmit={({ key }) => void propose(key)}>
          <Form.Item
            name="key"
            label={t('flow.key')}
            extra={t('flow.keyHelp')}
            rules={[{ required: true, pattern: /^[a-z][A-Za-z0-9-]{0,59}$/, message: t('accounts.roleCodeWrong') }]}
          >
            <Input maxLength={60} spellCheck={false} />
          </Form.Item>
        </ActForm>
      </SideForm>
    </div>
  )
}

/** Everything that stands in the way, each with the element it is about. */
function FlowFindings({ findings, onFind }: { findings: readonly FlowFinding[]; onFind: (elementId: string) => void }) {
  if (findings.length === 0) return null
  return (
    <div className="problem" role="alert">
      <Icon name="error" />
      <div>
        <p className="problem-title">{t('flow.refused', { count: findings.length })}</p>
        <ul>
          {findings.map(({ elementId, elementName, elementType, text }) => (
            <li key={`${elementId} ${text}`}>
              <button type="button" className="link" onClick={() => onFind(elementId)}>
                {elementType}“{elementName || elementId}”：{text}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function FlowReview({ flow: { key, version } }: { flow: Flow }) {
  const [open, setOpen] = useState<'approval' | 'return'>()
  const review = useAct({
    send: ({ path, reason }: { path: 'approval' | 'return'; reason: string }, idempotencyKey) =>
      api.post(`/flows/{key}/{version}/${path}`, { path: { key, version }, body: { reason }, idempotencyKey }),
    changes: [['flow', key, String(version)], ['flows']],
    onDone: () => setOpen(undefined),
  })
  return (
    <>
      <Button onClick={() => setOpen('return')}>{t('flow.return')}</Button>
      <Button onClick={() => setOpen('approval')}>{t('flow.approval')}</Button>
      <SideForm title={open ? t(`flow.${open}`) : ''} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && (
          <ActForm<{ reason: string }>
            submitLabel={t(`flow.${open}`)}
            error={review.error}
            busy={review.isPending}
            onSubmit={({ reason }) => review.mutate({ path: open, reason: reason.trim() })}
          >
            <Form.Item
              name="reason"
              label={t('field.opinion')}
              rules={[{ required: true, whitespace: true, message: t('field.opinionNeeded') }]}
            >
              <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
            </Form.Item>
          </ActForm>
        )}
      </SideForm>
    </>
  )
}
