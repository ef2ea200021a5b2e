import type { StaffInput } from '@yiwang/organisation/contract'
import { Form, Input, Select } from 'antd'
import { api } from '../api.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { useAct } from '../acts/use-act.ts'
import { useMe } from '../session/me.ts'
import { BodySelect } from '../shell/BodySelect.tsx'
import { usePosts } from '../shell/PostNames.tsx'
import { t } from '../words/index.ts'

interface EnrolScreen {
  staffNumber: string
  name: string
  bodyCode: string
  posts?: string[]
  qualifications?: string[]
}

/** A new member of staff (新增工作人员) of the administrator's own body, unless another is named. */
export function EnrolStaff({ onDone, onCancel }: { onDone: (id: string) => void; onCancel: () => void }) {
  const { staff } = useMe()
  const posts = usePosts(staff.bodyCode)
  const enrol = useAct({
    send: (body: StaffInput, idempotencyKey) => api.post('/staff', { body, idempotencyKey }),
    changes: [['/staff']],
    onDone: ({ id }) => onDone(id),
  })
  return (
    <ActForm<EnrolScreen>
      submitLabel={t('accounts.enrol')}
      error={enrol.error}
      busy={enrol.isPending}
      initialValues={{ bodyCode: staff.bodyCode }}
      onCancel={onCancel}
      onSubmit={(screen) => enrol.mutate(toStaff(screen))}
    >
      <Form.Item name="name" label={t('accounts.name')} rules={[{ required: true, whitespace: true, message: t('counter.needed') }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="staffNumber"
        label={t('accounts.number')}
        rules={[{ required: true, pattern: /^[A-Za-z0-9-]{2,30}$/, message: t('accounts.numberWrong') }]}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="bodyCode" label={t('account.body')} rules={[{ required: true, message: t('counter.needed') }]}>
        <BodySelect />
      </Form.Item>
      <Form.Item name="posts" label={t('accounts.posts')}>
        <Select mode="multiple" options={(posts.data ?? []).map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="qualifications" label={t('accounts.qualifications')} extra={t('accounts.qualificationsHelp')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
    </ActForm>
  )
}

export function toStaff({ staffNumber, name, bodyCode, posts = [], qualifications = [] }: EnrolScreen): StaffInput {
  return {
    staffNumber: staffNumber.trim(),
    name: name.trim(),
    bodyCode: bodyCode.trim().toUpperCase(),
    ...(posts.length > 0 ? { posts } : {}),
    ...(qualifications.length > 0 ? { qualifications } : {}),
  }
}
