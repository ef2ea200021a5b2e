import type { Form } from '@yiwang/forms'

export const foodForm: Form = {
  title: '食品经营许可申请表',
  type: 'object',
  additionalProperties: false,
  'x-groups': [
    { id: 'applicant', title: '申请人' },
    { id: 'business', title: '经营情况' },
  ],
  properties: {
    name: { type: 'string', title: '姓名', 'x-group': 'applicant', 'x-source': 'population.name', 'x-locked': true },
    personId: {
      type: 'string',
      title: '身份证号',
      format: 'person-id',
      'x-group': 'applicant',
      'x-source': 'population.number',
      'x-locked': true,
    },
    mobile: { type: 'string', title: '手机号码', format: 'mobile', 'x-group': 'applicant' },
    shopName: { type: 'string', title: '店名', maxLength: 60, 'x-group': 'business' },
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
      title: '经营面积（平方米）',
      minimum: 1,
      maximum: 100_000,
      'x-group': 'business',
      'x-when': { field: 'kind', is: ['catering'] },
    },
    openedOn: { type: 'string', title: '计划开业日期', format: 'date', 'x-group': 'business' },
    address: { type: 'string', title: '经营场所地址', maxLength: 300, 'x-group': 'business' },
    online: { type: 'boolean', title: '是否提供网络订餐', 'x-group': 'business' },
  },
  required: ['mobile', 'shopName', 'kind', 'area', 'address'],
}
