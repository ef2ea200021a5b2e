import type { DeliverInput } from '@yiwang/cases/contract'
import { Checkbox, Form, Input, Radio } from 'antd'
import { ActForm } from '../../acts/ActForm.tsx'
import { t, tOf } from '../../words/index.ts'
import { reasonNot } from '../desk-acts.ts'
import type { ActShape } from './act-shape.ts'
import { optional, useCaseAct } from './send-act.ts'

type Way = Exclude<DeliverInput['method'], 'courier'>

interface DeliverScreen {
  method: Way
  signedBy?: string
  identity?: boolean
  originalsSeen?: string[]
}

/** Delivery (送达): whoever takes the result is who he says, the originals are seen where that was left for now. */
export function DeliverCase({ serviceCase, onDone, onCancel }: ActShape) {
  const [form] = Form.useForm<DeliverScreen>()
  const method = Form.useWatch('method', form)
  const deliver = useCaseAct(serviceCase.caseNumber, 'delivery', onDone)
  const toSee = serviceCase.materials.filter(({ code }) => serviceCase.desk?.originals?.includes(code))
  const ways = waysNow(serviceCase.desk?.handOver ?? [], toSee.length)
  return (
    <ActForm<DeliverScreen>
      form={form}
      submitLabel={t('act.deliver')}
      error={deliver.error}
      busy={deliver.isPending}
      disabledReason={reasonNot('deliver', serviceCase)}
      initialValues={{ method: ways.at(-1) ?? 'counter', signedBy: serviceCase.applicant.contact.name }}
      onCancel={onCancel}
      onSubmit={(screen) => deliver.mutate(toDelivery(screen))}
    >
      <Form.Item name="method" label={t('deliver.method')} required>
        <Radio.Group optionType="button" options={ways.map((value) => ({ value, label: tOf('delivery', value) }))} />
      </Form.Item>
      {toSee.length > 0 && serviceCase.delivery.method !== 'counter' && (
        <p className="notice">{t('deliver.originalsFirst', { wish: tOf('delivery', serviceCase.delivery.method) })}</p>
      )}
      {method === 'counter' && toSee.length > 0 && (
        <Form.Item
          name="originalsSeen"
          label={t('deliver.originals')}
          required
          rules={[{ validator: async (_, seen: unknown) => requireAll(seen, toSee) }]}
        >
          <Checkbox.Group className="stacked" options={toSee.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
      )}
      {method === 'counter' && (
        <>
          <Form.Item
            name="signedBy"
            label={t('deliver.signedBy')}
            rules={[{ required: true, whitespace: true, message: t('deliver.signedByNeeded') }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="identity" valuePropName="checked" rules={[{ validator: async (_, ticked) => requireTicked(ticked) }]}>
            <Checkbox>{t('deliver.identity')}</Checkbox>
          </Form.Item>
        </>
      )}
    </ActForm>
  )
}

/** Whoever brings the originals takes the result with him: nothing is sent before they were seen (原件核验). */
export function waysNow(ways: readonly Way[], toSee: number): Way[] {
  return toSee > 0 ? ways.filter((way) => way === 'counter') : [...ways]
}

async function requireAll(seen: unknown, toSee: readonly { code: string; name: string }[]): Promise<void> {
  const left = toSee.filter(({ code }) => !Array.isArray(seen) || !seen.includes(code))
  if (left.length > 0) throw new Error(t('deliver.originalsNeeded', { names: left.map(({ name }) => name).join('、') }))
}

async function requireTicked(ticked: unknown): Promise<void> {
  if (ticked !== true) throw new Error(t('deliver.identityNeeded'))
}

/** Who signed is said only of what was handed over the counter. */
export function toDelivery({ method, signedBy, originalsSeen = [] }: DeliverScreen): DeliverInput {
  return {
    method,
    originalsSeen: method === 'counter' ? originalsSeen : [],
    ...(method === 'counter' ? optional('signedBy', signedBy) : {}),
  }
}
