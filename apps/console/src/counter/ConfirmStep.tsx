import type { WalkInInput } from '@yiwang/cases/contract'
import { materialsFor } from '@yiwang/catalogue/rules'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { sayLimit } from '../dates.ts'
import { t, tOf } from '../words/index.ts'
import type { WalkInScreen } from './walk-in.ts'

type Delivery = NonNullable<WalkInInput['delivery']>

interface StepShape {
  screen: WalkInScreen
  error: unknown
  busy: boolean
  onSend: (screen: WalkInScreen) => void
}

/** All of it once more, how the result is to come, and the receipt. */
export function ConfirmStep({ screen, error, busy, onSend }: StepShape) {
  const [form] = Form.useForm<Delivery>()
  const { item, applicant, answers, materials } = screen
  const ways = item.result.delivery
  const method = Form.useWatch('method', form) ?? ways[0]
  return (
    <ActForm<Delivery>
      form={form}
      submitLabel={t('counter.take')}
      error={error}
      busy={busy}
      initialValues={{ method: ways[0] ?? 'counter', recipient: { name: applicant.name, phone: applicant.phone, address: '' } }}
      onSubmit={(delivery) => onSend({ ...screen, delivery: toWish(delivery) })}
    >
      <dl className="facts confirm">
        <Fact name={t('work.item')} value={item.name} />
        <Fact name={t('counter.limit')} value={sayLimit(item.committedLimit)} />
        <Fact name={t('work.applicant')} value={`${applicant.name}　${applicant.number}　${applicant.phone}`} />
        {applicant.hasAgent && applicant.agent && <Fact name={t('identity.agent')} value={applicant.agent.name} />}
        <Fact
          name={t('counter.materials')}
          value={materialsFor(item, answers)
            .filter(({ code }) => materials[code])
            .map(({ code, name }) => `${name}（${tOf('source', materials[code]?.source ?? '')}）`)
            .join('；')}
        />
      </dl>
      <Form.Item name="method" label={t('deliver.method')} required>
        <Radio.Group optionType="button" options={ways.map((value) => ({ value, label: tOf('delivery', value) }))} />
      </Form.Item>
      {method === 'courier' && (
        <div className="two">
          {(['name', 'phone', 'address'] as const).map((field) => (
            <Form.Item
              key={field}
              name={['recipient', field]}
              label={t(`recipient.${field}`)}
              rules={[{ required: true, message: t('counter.needed') }]}
            >
              <Input />
            </Form.Item>
          ))}
        </div>
      )}
    </ActForm>
  )
}

/** A recipient is named only where something is sent. */
export function toWish({ method, recipient }: Delivery): Delivery {
  return { method, ...(method === 'courier' && recipient ? { recipient } : {}) }
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
