import { useQuery } from '@tanstack/react-query'
import type { FormDefinition, FormInput } from '@yiwang/catalogue/contract'
import type { Form as FormShape } from '@yiwang/forms'
import { App, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { ProblemAlert } from '../acts/ProblemAlert.tsx'
import { useAct } from '../acts/use-act.ts'
import { faultsOf } from '../forms/filled-in.ts'
import { FormFields } from '../forms/FormFields.tsx'
import { Behind } from '../shell/Behind.tsx'
import { Icon } from '../shell/Icon.tsx'
import { t } from '../words/index.ts'
import { CatalogueTabs } from './CatalogueTabs.tsx'
import { readSchema, startingForm } from './read-schema.ts'

/** Application forms: written as JSON Schema on the left, tried out on the right. */
export function Forms() {
  return (
    <Behind anyOf={['catalogue.publishForm']}>
      <CatalogueTabs />
      <Workshop />
    </Behind>
  )
}

function Workshop() {
  const [key, setKey] = useState('')
  const [name, setName] = useState('')
  const [source, setSource] = useState(() => JSON.stringify(startingForm, undefined, 2))
  const { message } = App.useApp()
  const { form, faults } = readSchema(source)
  const publish = useAct({
    send: (body: FormInput, idempotencyKey) => api.post('/forms/{key}', { path: { key }, body, idempotencyKey }),
    onDone: ({ version }) => void message.success(t('form.published', { version })),
  })
  const ready = form !== undefined && faults.length === 0 && /^[a-z][A-Za-z0-9-]{0,59}$/.test(key) && name.trim() !== ''
  return (
    <div className="form-shop">
      <section className="card">
        <h2>{t('form.source')}</h2>
        <OpenForm
          onOpen={(found) => {
            setKey(found.key)
            setName(found.name)
            setSource(JSON.stringify(found.schema, undefined, 2))
          }}
        />
        <div className="two">
          <label>
            {t('form.key')}
            <Input value={key} onChange={(event) => setKey(event.target.value)} maxLength={60} spellCheck={false} />
          </label>
          <label>
            {t('form.name')}
            <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={200} />
          </label>
        </div>
        <Input.TextArea
          aria-label={t('form.source')}
          className="mono source"
          value={source}
          onChange={(event) => setSource(event.target.value)}
          spellCheck={false}
        />
        <FaultList faults={faults} />
        {publish.error && <ProblemAlert error={publish.error} />}
        <div className="act-buttons">
          <Button
            type="primary"
            disabled={!ready}
            loading={publish.isPending}
            onClick={() => form && publish.mutate({ name: name.trim(), schema: form })}
          >
            {t('form.publish')}
          </Button>
          <span className="quiet">{t('form.publishText')}</span>
        </div>
      </section>
      <section className="card">
        <h2>{t('form.preview')}</h2>
        {form ? <Preview key={source} form={form} /> : <p className="quiet">{t('form.noPreview')}</p>}
      </section>
    </div>
  )
}

function OpenForm({ onOpen }: { onOpen: (form: FormDefinition) => void }) {
  const [wanted, setWanted] = useState<{ key: string; version: number }>()
  const found = useQuery({
    queryKey: ['form', wanted?.key, wanted?.version],
    queryFn: () => api.get('/forms/{key}/{version}', { path: { key: wanted?.key ?? '', version: wanted?.version ?? 1 } }),
    enabled: wanted !== undefined,
    retry: false,
  })
  return (
    <details className="open-form">
      <summary>{t('form.open')}</summary>
      <Form<{ key: string; version: number }> layout="inline" initialValues={{ version: 1 }} onFinish={setWanted}>
        <Form.Item name="key" label={t('form.key')} rules={[{ required: true, message: t('counter.needed') }]}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name="version" label={t('form.version')}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Button htmlType="submit" loading={found.isFetching}>
          {t('form.read')}
        </Button>
        {found.data && (
          <Button type="primary" onClick={() => found.data && onOpen(found.data)}>
            {t('form.take', { name: found.data.name })}
          </Button>
        )}
      </Form>
      {found.error && <ProblemAlert error={found.error} />}
    </details>
  )
}

function FaultList({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0) return null
  return (
    <ul className="findings" role="status">
      {faults.map((fault) => (
        <li key={fault} className="error">
          <Icon name="error" size={16} /> {fault}
        </li>
      ))}
    </ul>
  )
}

/** The form as the applicant will see it, and what would be said of what is typed. */
function Preview({ form: definition }: { form: FormShape }) {
  const [form] = Form.useForm<{ form: unknown }>()
  const [faults, setFaults] = useState<readonly string[]>()
  const check = ({ form: values }: { form: unknown }) => setFaults(faultsOf(definition, values).map(({ message }) => message))
  return (
    <Form form={form} layout="vertical" onFinish={check}>
      <FormFields definition={definition} path={['form']} />
      <Button htmlType="submit">{t('form.try')}</Button>
      {faults && (faults.length === 0 ? <p className="quiet try-answer">{t('form.fine')}</p> : <FaultList faults={faults} />)}
    </Form>
  )
}
