import type { Hall, HallInput } from '@yiwang/organisation/contract'
import { Form, Input, Select } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { api } from '../api.ts'
import { useMe } from '../session/me.ts'
import { BodySelect } from '../shell/BodySelect.tsx'
import { t, tOf } from '../words/index.ts'
import { HallFields } from './HallFields.tsx'

const kinds = ['hall', 'convenience', 'agency'] as const

/** A new hall (登记大厅); where it lies decides who may keep it. */
export function RegisterHall({ onDone }: { onDone: (hall: Hall) => void }) {
  const { staff } = useMe()
  const register = useAct({
    send: (body: HallInput, idempotencyKey) => api.post('/halls', { body, idempotencyKey }),
    changes: [['/halls']],
    onDone,
  })
  return (
    <ActForm<HallInput>
      submitLabel={t('halls.register')}
      error={register.error}
      busy={register.isPending}
      initialValues={{ kind: 'hall', division: staff.division, bodyCode: staff.bodyCode }}
      onSubmit={({ phone, ...input }) => register.mutate({ ...input, ...(phone ? { phone } : {}) })}
    >
      <Form.Item name="kind" label={t('halls.kind')}>
        <Select options={kinds.map((value) => ({ value, label: tOf('hallKind', value) }))} />
      </Form.Item>
      <HallFields />
      <Form.Item
        name="division"
        label={t('halls.divisionCode')}
        extra={t('halls.divisionHelp')}
        rules={[{ required: true, pattern: /^(\d{6}|\d{9}|\d{12})$/, message: t('halls.divisionWrong') }]}
      >
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="bodyCode" label={t('halls.body')} rules={[{ required: true, message: t('counter.needed') }]}>
        <BodySelect />
      </Form.Item>
    </ActForm>
  )
}
