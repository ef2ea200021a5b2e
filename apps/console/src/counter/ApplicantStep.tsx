import type { Implementation } from '@yiwang/catalogue/contract'
import { Checkbox, Form, Input, Radio } from 'antd'
import { ActForm } from '../acts/ActForm.tsx'
import { t } from '../words/index.ts'
import { EarlierCases } from './EarlierCases.tsx'
import { isNumberRight, type ApplicantScreen } from './walk-in.ts'

interface StepShape {
  item: Implementation
  applicant: ApplicantScreen | undefined
  onNext: (applicant: ApplicantScreen) => void
}

/** Who applies, and who stands here for him; the document has been seen. */
export function ApplicantStep({ item, applicant, onNext }: StepShape) {
  const [form] = Form.useForm<ApplicantScreen>()
  const first = item.audiences[0] ?? 'person'
  const kind = Form.useWatch('kind', form) ?? applicant?.kind ?? first
  const hasAgent = Form.useWatch('hasAgent', form)
  const number = Form.useWatch('number', form)
  return (
    <ActForm<ApplicantScreen> form={form} submitLabel={t('counter.next')} initialValues={applicant ?? { kind: first }} onSubmit={onNext}>
      <Form.Item name="kind" label={t('counter.kind')} required hidden={item.audiences.length < 2}>
        <Radio.Group optionType="button" options={item.audiences.map((value) => ({ value, label: t(`counter.${value}`) }))} />
      </Form.Item>
      <div className="two">
        <Form.Item
          name="number"
          label={t(kind === 'person' ? 'identity.number' : 'identity.uscc')}
          rules={[needed, rightNumber(kind)]}
          validateTrigger="onBlur"
        >
          <Input autoFocus maxLength={21} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t(kind === 'person' ? 'identity.name' : 'identity.organisation')} rules={[needed]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t('identity.phone')}
          rules={[needed, { pattern: /^[0-9+() -]{5,20}$/, message: t('counter.phoneWrong') }]}
        >
          <Input inputMode="tel" maxLength={20} autoComplete="off" />
        </Form.Item>
        {kind === 'organisation' && (
          <Form.Item name="legalRepresentative" label={t('identity.legalRepresentative')} rules={[needed]}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        )}
      </div>
      {typeof number === 'string' && isNumberRight(kind, number) && <EarlierCases kind={kind} number={number} />}
      <Form.Item name="hasAgent" valuePropName="checked">
        <Checkbox>{t('counter.hasAgent')}</Checkbox>
      </Form.Item>
      {hasAgent && (
        <div className="two">
          <Form.Item
            name={['agent', 'number']}
            label={t('identity.number')}
            rules={[needed, rightNumber('person')]}
            validateTrigger="onBlur"
          >
            <Input maxLength={21} autoComplete="off" />
          </Form.Item>
          <Form.Item name={['agent', 'name']} label={t('identity.name')} rules={[needed]}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name={['agent', 'phone']} label={t('identity.phone')} rules={[needed]}>
            <Input inputMode="tel" maxLength={20} autoComplete="off" />
          </Form.Item>
        </div>
      )}
    </ActForm>
  )
}

const needed = { required: true, whitespace: true, message: t('counter.needed') }

const rightNumber = (kind: ApplicantScreen['kind']) => ({
  validator: async (_: unknown, number: unknown) => {
    if (typeof number === 'string' && number !== '' && !isNumberRight(kind, number)) throw new Error(t(`counter.numberWrong.${kind}`))
  },
})
