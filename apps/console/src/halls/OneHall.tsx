import { useQuery } from '@tanstack/react-query'
import type { CounterInput, HallChange, HallWithCounters } from '@yiwang/organisation/contract'
import { Form, Input, Select } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { ListTable, type Column } from '../lists/ListTable.tsx'
import { BodyName } from '../shell/BodyName.tsx'
import { BodySelect } from '../shell/BodySelect.tsx'
import { Read } from '../shell/Read.tsx'
import { t, tOf } from '../words/index.ts'
import { HallFields } from './HallFields.tsx'

const kinds = ['oneStop', 'body', 'registration', 'pickUp'] as const

/** One hall: its counters, a new one, and what is told of it. */
export function OneHall({ id }: { id: string }) {
  const hall = useQuery({ queryKey: ['hall', id], queryFn: () => api.get('/halls/{id}', { path: { id } }) })
  return (
    <Read query={hall} rows={5}>
      {(found) => (
        <>
          <h2 className="side-head">{t('halls.counters')}</h2>
          <Counters of={found.counters} />
          <RegisterCounter key={found.counters.length} id={id} />
          <ChangeHall hall={found} />
        </>
      )}
    </Read>
  )
}

function Counters({ of }: { of: HallWithCounters['counters'] }) {
  return (
    <ListTable
      label={t('halls.counters')}
      rows={of}
      keyOf={({ id }) => id}
      compact
      empty={<p className="quiet side-empty">{t('halls.noCounters')}</p>}
      columns={counterColumns}
    />
  )
}

const counterColumns: Column<HallWithCounters['counters'][number]>[] = [
  { key: 'number', title: t('halls.number'), width: 70, cell: ({ number }) => <strong className="figures">{number}</strong> },
  {
    key: 'name',
    title: t('halls.counterName'),
    main: true,
    cell: ({ name, bodyCode }) => (
      <>
        {name}
        {bodyCode && (
          <span className="list-sub">
            <BodyName code={bodyCode} />
          </span>
        )}
      </>
    ),
  },
  { key: 'kind', title: t('halls.kind'), width: 110, cell: ({ kind }) => tOf('counterKind', kind) },
]

function RegisterCounter({ id }: { id: string }) {
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

function ChangeHall({ hall }: { hall: HallWithCounters }) {
  const { id, name, address, openingHours, phone, state } = hall
  const change = useAct({
    send: (body: HallChange, idempotencyKey) => api.patch('/halls/{id}', { path: { id }, body, idempotencyKey }),
    changes: [['hall', id], ['/halls']],
  })
  return (
    <section className="side-act">
      <h2 className="side-head">{t('halls.change')}</h2>
      <ActForm<HallChange>
        submitLabel={t('shell.save')}
        error={change.error}
        busy={change.isPending}
        initialValues={{ name, address, openingHours, state, ...(phone ? { phone } : {}) }}
        onSubmit={({ phone: next, ...input }) => change.mutate({ ...input, ...(next ? { phone: next } : {}) })}
      >
        <HallFields />
        <Form.Item name="state" label={t('halls.state')} extra={t('halls.closedHelp')}>
          <Select options={(['open', 'closed'] as const).map((value) => ({ value, label: tOf('hallState', value) }))} />
        </Form.Item>
      </ActForm>
    </section>
  )
}
