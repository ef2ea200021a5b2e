import type { ChooseDeliveryInput, ServiceCase } from '@yiwang/cases/contract'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { sayMoment } from '../../dates.ts'
import { useMay } from '../../session/me.ts'
import { t, tOf } from '../../words/index.ts'
import { useCaseAct } from '../acts/send-act.ts'

type Failed = Pick<ServiceCase, 'caseNumber' | 'deliveryFailure' | 'delivery' | 'state' | 'waybills'>

/** 递送未成功: what became of the parcel; another way is chosen for who asks for it at the counter or by telephone. */
export function DeliveryFailed({ serviceCase }: { serviceCase: Failed }) {
  const may = useMay()
  const { deliveryFailure, delivery, state, waybills = [] } = serviceCase
  if (!deliveryFailure || state !== 'completed') return null
  const { waybill, why, failedAt } = deliveryFailure
  const parcel = waybills.find(({ number }) => number === waybill)
  return (
    <div className="notice amber">
      <strong>{t('deliveryFailed.title', { why: tOf('deliveryFailed', why) })}</strong>
      {parcel?.refusedWhy && <p>{t('deliveryFailed.said', { words: parcel.refusedWhy })}</p>}
      <p className="quiet small">{t('deliveryFailed.text', { waybill: parcel?.courierNumber ?? waybill, when: sayMoment(failedAt) })}</p>
      {may('cases.deliver') && (
        <details open={delivery.method === 'courier'}>
          <summary>{t('deliveryFailed.choose')}</summary>
          <ChooseDelivery serviceCase={serviceCase} />
        </details>
      )}
    </div>
  )
}

type Screen = Pick<ChooseDeliveryInput, 'method'> & NonNullable<ChooseDeliveryInput['recipient']>

function ChooseDelivery({ serviceCase: { caseNumber, delivery } }: { serviceCase: Failed }) {
  const [form] = Form.useForm<Screen>()
  const method = Form.useWatch('method', form)
  const choose = useCaseAct(caseNumber, 'delivery-choice', () => undefined)
  const needed = { required: true, whitespace: true, message: t('deliveryFailed.needed') }
  return (
    <ActForm<Screen>
      form={form}
      submitLabel={t('deliveryFailed.chooseDo')}
      error={choose.error}
      busy={choose.isPending}
      initialValues={{ method: 'courier', ...delivery.recipient }}
      fieldOf={(pointer) => pointer.replace('/recipient', '').split('/').slice(1)}
      onSubmit={({ method: chosen, ...recipient }) =>
        choose.mutate(chosen === 'courier' ? { method: chosen, recipient } : { method: chosen })
      }
    >
      <Form.Item name="method" label={t('deliver.method')} required>
        <Radio.Group
          optionType="button"
          options={(['courier', 'counter'] as const).map((value) => ({ value, label: tOf('delivery', value) }))}
        />
      </Form.Item>
      {method === 'courier' && (
        <>
          <Form.Item name="name" label={t('deliveryFailed.name')} rules={[needed]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="phone" label={t('deliveryFailed.phone')} rules={[needed]}>
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
          <Form.Item name="address" label={t('deliveryFailed.address')} rules={[needed]}>
            <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
          </Form.Item>
        </>
      )}
    </ActForm>
  )
}
