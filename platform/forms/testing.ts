import { asForm } from './check-definition.ts'
import type { Form } from './form.ts'

/** A form that uses the whole dialect: 食品经营许可申请表. */
export function aForm(): Form {
  return asForm({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '食品经营许可申请表',
    type: 'object',
    'x-groups': [
      { id: 'applicant', title: '申请人' },
      { id: 'business', title: '经营情况' },
    ],
    properties: {
      name: {
        type: 'string',
        title: '姓名',
        maxLength: 50,
        'x-group': 'applicant',
        'x-source': 'population.name',
        'x-locked': true,
        'x-mask': 'name',
      },
      personId: {
        type: 'string',
        title: '身份证号',
        format: 'person-id',
        'x-group': 'applicant',
        'x-source': 'population.number',
        'x-locked': true,
        'x-mask': 'person-id',
      },
      mobile: {
        type: 'string',
        title: '手机号码',
        format: 'mobile',
        'x-group': 'applicant',
        'x-source': 'space.mobile',
        'x-mask': 'mobile',
      },
      kind: {
        type: 'string',
        title: '主体业态',
        oneOf: [
          { const: 'catering', title: '餐饮服务' },
          { const: 'sales', title: '食品销售' },
        ],
        'x-group': 'business',
      },
      area: {
        type: 'number',
        title: '经营面积',
        minimum: 1,
        maximum: 100_000,
        'x-group': 'business',
        'x-when': { field: 'kind', is: ['catering'] },
      },
      capital: { type: 'integer', title: '注册资本', format: 'money', minimum: 100_00, 'x-group': 'business' },
      openedOn: { type: 'string', title: '开业日期', format: 'date' },
      code: { type: 'string', title: '设备编号', pattern: '^[A-Z]{2}\\d{1,6}$', 'x-pattern-hint': '两位大写字母加数字，例如 AB123' },
      staff: {
        type: 'array',
        title: '从业人员',
        minItems: 1,
        maxItems: 3,
        uniqueItems: true,
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            name: { type: 'string', title: '姓名', minLength: 2 },
            mobile: { type: 'string', title: '电话', format: 'mobile', 'x-mask': 'mobile' },
          },
          required: ['name'],
        },
      },
      address: {
        type: 'object',
        title: '地址',
        additionalProperties: false,
        properties: { division: { type: 'string', title: '区划', format: 'division' }, detail: { type: 'string', title: '详细地址' } },
        required: ['detail'],
      },
      remark: { type: 'string', title: '备注', maxLength: 500, default: '无' },
      agreed: { type: 'boolean', title: '承诺书', const: true },
    },
    required: ['name', 'personId', 'mobile', 'kind', 'area', 'staff', 'agreed'],
    additionalProperties: false,
  })
}

export function soundData(): Record<string, unknown> {
  return {
    name: '张三',
    personId: '11010519491231002X',
    mobile: '13812345678',
    kind: 'catering',
    area: 80.5,
    capital: 500_000_00,
    openedOn: '2026-03-02',
    code: 'AB123',
    staff: [{ name: '李四', mobile: '13900001111' }, { name: '王五' }],
    address: { division: '330106', detail: '文三路 1 号' },
    agreed: true,
  }
}
