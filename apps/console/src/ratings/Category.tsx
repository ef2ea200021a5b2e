import { Form, Select } from 'antd'
import { t, tOf } from '../words/index.ts'

const categories = ['time', 'materials', 'conditions', 'attitude', 'skill', 'online', 'fee', 'other'] as const

/** What a bad rating is about (分类). */
export const Category = () => (
  <Form.Item name="category" label={t('ratings.category')} rules={[{ required: true, message: t('ratings.categoryNeeded') }]}>
    <Select options={categories.map((value) => ({ value, label: tOf('ratingCategory', value) }))} />
  </Form.Item>
)
