import type { CounterInput } from '@yiwang/organisation/contract'
import { Form, Input, Select } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { BodySelect } from '../shell/BodySelect.tsx'
import { t, tOf } from '../words/index.ts'

const kinds = ['oneStop', 'body', 'registration', 'pickUp'] as const

/** A new counter of a hall; one of a body names it. */
export function RegisterCounter({ id }: { id: string }) {
  const [form] = Form.useForm<CounterInput>()
  const kind = Form.useWatch('kind', form)
  const register = useAct({
    send: (body: CounterInput, idempotencyKey) => api.post('/halls/{id}/counters', { path: { id }, body, idempotencyKey }),
    changes: [['hall', id]],
  })
  return (
    <section className="side-act">
      <h2 className="side-head">{t('halls.addCounter')}</h2>
      <ActForm<CounterInput>
        form={form}
        submitLabel={t('halls.addCounter')}
        error={register.error}
        busy={register.isPending}
        initialValues={{ kind: 'oneStop' }}
        onSubmit={(input) => register.mutate(input)}
      >
        <div className="two">
          <Form.Item name="number" label={t('halls.number')} rules={[{ required: true, whitespace: true, message: t('counter.needed') }]}>
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="kind" label={t('halls.kind')}>
            <Select options={kinds.map((value) => ({ value, label: tOf('counterKind', value) }))} />
          </Form.Item>
        </div>
        <Form.Item name="name" label={t('halls.counterName')} rules={[{ required: true, whitespace: true, message: t('counter.needed') }]}>
          <Input maxLength={100} />
        </Form.Item>
        {kind === 'body' && (
          <Form.Item name="bodyCode" label={t('halls.counterBody')} rules={[{ required: true, message: t('counter.needed') }]}>
            <BodySelect />
          </Form.Item>
        )}
      </ActForm>
    </section>
  )
}
