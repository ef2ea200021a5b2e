import { useQuery } from '@tanstack/react-query'
import type { LicenceType, LicenceTypeInput } from '@yiwang/licences/contract'
import { App, Button, Form, Input, Popconfirm } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { orNothing } from '../acts/or-nothing.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { tidy } from '../catalogue/editor/changes.ts'
import { KindFields } from '../catalogue/editor/KindField.tsx'
import { choice, choices, group, number, rows, tags, text, yesNo, type Fields } from '../catalogue/editor/kinds.ts'
import { useMay } from '../session/me.ts'
import { Icon } from '../shell/Icon.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'

const fields: Fields = {
  name: text(40),
  category: choice('licenceCategory', 'certificate', 'permit', 'approval'),
  holderKinds: choices('audience', 'person', 'organisation'),
  holderLabel: text(20),
  holderNumberLabel: text(20),
  numberPrefix: text(8),
  validity: group({ kind: choice('validity', 'lasting', 'limited'), years: number(1, 70) }),
  style: group({
    layout: choice('layout', 'portrait', 'landscape'),
    colour: choice('colour', 'red', 'blue', 'green', 'gold'),
    statement: text(500, true),
  }),
  fields: rows('label', {
    label: text(20),
    key: text(40),
    kind: choice('faceKind', 'text', 'longText', 'date', 'number', 'choice'),
    required: yesNo,
    maxLength: number(1, 2000),
    choices: tags,
    wide: yesNo,
  }),
  issuers: tags,
}

/** One licence type (证照种类): drafted, published as a new version, retired. */
export function TypePage() {
  const { code = '' } = useParams()
  const may = useMay()
  const versions = useQuery({
    queryKey: ['licence-type', code],
    queryFn: () => versionsOf(code, may('licences.manageTypes')),
  })
  return (
    <>
      <Crumb />
      <Read query={versions}>
        {(items) => {
          const draft = items.find(({ state }) => state === 'draft')
          const shown = draft ?? [...items].sort((a, b) => b.version - a.version)[0]
          return shown ? <Edit key={`${shown.version} ${shown.state}`} type={shown} /> : null
        }}
      </Read>
    </>
  )
}

/** All versions for whoever keeps the type; for everybody else, and for types of other definers, the one in use. */
async function versionsOf(code: string, keeps: boolean): Promise<readonly LicenceType[]> {
  const own = keeps ? await orNothing(api.get('/licence-types/{code}/versions', { path: { code } })) : null
  return own ? own.items : [await api.get('/licence-types/{code}', { path: { code } })]
}

export function NewType() {
  return (
    <>
      <Crumb />
      <Edit type={undefined} />
    </>
  )
}

function Crumb() {
  return (
    <p className="crumb">
      <Link to="/licences/types">
        <Icon name="arrowLeft" size={18} /> {t('licences.types')}
      </Link>
    </p>
  )
}

function Edit({ type }: { type: LicenceType | undefined }) {
  const navigate = useNavigate()
  const may = useMay()('licences.manageTypes')
  const { message } = App.useApp()
  const save = useAct({
    send: ({ code, input }: { code: string; input: LicenceTypeInput }, idempotencyKey) =>
      type
        ? api.put('/licence-types/{code}/draft', { path: { code }, body: input, idempotencyKey })
        : api.post('/licence-types', { body: { code, ...input }, idempotencyKey }),
    changes: [['licence-type'], ['/licence-types']],
    onDone: ({ code }) => {
      void message.success(t('editor.saved'))
      if (!type) void navigate(`/licences/types/${code}`)
    },
  })
  return (
    <div className="card">
      <div className="card-head">
        <h1>{type?.name ?? t('licences.newType')}</h1>
        {type && <span className="tag blue">{tOf('typeState', type.state)}</span>}
        {type && <span className="quiet">{t('catalogue.version', { version: type.version })}</span>}
      </div>
      {type && may && <TypeActs type={type} />}
      <ActForm<{ code?: string } & Record<string, unknown>>
        submitLabel={t(type?.state === 'draft' || !type ? 'shell.save' : 'licences.saveAsDraft')}
        plainLabels
        error={save.error}
        busy={save.isPending}
        disabledReason={may ? undefined : t('licences.notYours')}
        initialValues={type ?? emptyType}
        onSubmit={(screen) => save.mutate({ code: type?.code ?? screen.code ?? '', input: toType(screen) })}
      >
        {!type && (
          <Form.Item
            name="code"
            label={t('licences.code')}
            extra={t('licences.codeHelp')}
            rules={[{ required: true, pattern: /^[0-9A-Z]{18}[0-9]{3}$/, message: t('licences.codeWrong') }]}
          >
            <Input maxLength={21} className="code-field" />
          </Form.Item>
        )}
        <KindFields fields={fields} path={[]} name={[]} />
      </ActForm>
    </div>
  )
}

const emptyType = {
  category: 'permit',
  holderKinds: ['organisation'],
  style: { layout: 'landscape', colour: 'blue' },
  validity: { kind: 'lasting' },
  numberPrefix: '',
  issuers: [],
  fields: [],
}

/** Only what a type has; blanks are nothing, what must be a list or a text stays one. */
export function toType(screen: Readonly<Record<string, unknown>>): LicenceTypeInput {
  const kept = Object.fromEntries(Object.keys(fields).map((name) => [name, screen[name]]))
  const whole = { ...(tidy(kept) as object) } as LicenceTypeInput
  return { ...whole, numberPrefix: whole.numberPrefix ?? '', issuers: whole.issuers ?? [], fields: (whole.fields ?? []).map(withRequired) }
}

const withRequired = (field: LicenceTypeInput['fields'][number]) => ({ ...field, required: field.required ?? false })

function TypeActs({ type: { code, state } }: { type: LicenceType }) {
  const step = useAct({
    send: (path: 'publication' | 'retirement', idempotencyKey) =>
      api.post(`/licence-types/{code}/${path}`, { path: { code }, idempotencyKey }),
    changes: [['licence-type'], ['/licence-types']],
  })
  return (
    <>
      {step.error && <ProblemAlert error={step.error} />}
      <div className="act-buttons item-acts">
        {state === 'draft' && (
          <Button type="primary" loading={step.isPending} onClick={() => step.mutate('publication')}>
            {t('licences.publishType')}
          </Button>
        )}
        {state === 'published' && (
          <Popconfirm title={t('licences.retireSure')} okText={t('licences.retireType')} onConfirm={() => step.mutate('retirement')}>
            <Button danger>{t('licences.retireType')}</Button>
          </Popconfirm>
        )}
      </div>
    </>
  )
}
