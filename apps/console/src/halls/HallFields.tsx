import { Form, Input } from 'antd'
import { t } from '../words/index.ts'

const needed = [{ required: true, whitespace: true, message: t('counter.needed') }]

/** What is told of a hall, when it is registered and when it changes. */
export function HallFields() {
  return (
    <>
      <Form.Item name="name" label={t('halls.name')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="address" label={t('halls.address')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="openingHours" label={t('halls.hours')} extra={t('halls.hoursHelp')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="phone" label={t('halls.phone')} rules={[{ pattern: /^[0-9+() ,;、－-]{3,40}$/, message: t('halls.phoneWrong') }]}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
    </>
  )
}
