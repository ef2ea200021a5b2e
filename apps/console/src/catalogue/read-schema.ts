import { checkFormDefinition, type Form } from '@yiwang/forms'
import { t } from '../words/index.ts'

/** What somebody is writing: the form once it is one, and everything that is wrong until then. */
export function readSchema(source: string): { form?: Form; faults: string[] } {
  let schema: unknown
  try {
    schema = JSON.parse(source)
  } catch (error) {
    return { faults: [t('form.notJson', { reason: error instanceof Error ? error.message : '' })] }
  }
  const faults = checkFormDefinition(schema).map(({ path, fault }) => t('form.fault', { path: path || '/', fault }))
  return faults.length > 0 ? { faults } : { form: schema as Form, faults }
}

export const startingForm = {
  type: 'object',
  additionalProperties: false,
  'x-groups': [{ id: 'applicant', title: '申请人' }],
  required: ['name'],
  properties: {
    name: { type: 'string', title: '姓名', maxLength: 60, 'x-group': 'applicant', 'x-source': 'population.name' },
    mobile: { type: 'string', title: '手机号码', format: 'mobile', maxLength: 11, 'x-group': 'applicant', 'x-source': 'space.mobile' },
  },
}
