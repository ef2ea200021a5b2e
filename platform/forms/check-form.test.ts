import { Ajv2020 } from 'ajv/dist/2020.js'
import {
  anything,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  jsonValue,
  oneof,
  option,
  property,
  record,
  string,
} from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { asForm } from './check-definition.ts'
import { checkForm } from './check-form.ts'
import type { FormErrorCode } from './check-form.ts'
import type { Field, Form } from './form.ts'
import { messageOf } from './messages.ts'
import { aForm, soundData } from './testing.ts'
import english from './words.en.json' with { type: 'json' }
import chinese from './words.zh-CN.json' with { type: 'json' }

const errorsOf = (data: unknown, form: Form = aForm()) => checkForm(form, data).map(({ path, code }) => `${path} ${code}`)
const oneField = (field: Field) => asForm({ type: 'object', properties: { field: { title: '项', ...field } }, additionalProperties: false })

test('what is filled in as asked passes', () => {
  expect(checkForm(aForm(), soundData())).toEqual([])
})

test('R3-48 a form without what must be filled in is refused, each field named in its own words', () => {
  expect(checkForm(aForm(), {}).map(({ path, message }) => `${path} ${message}`)).toEqual([
    '/name 请填写“姓名”。',
    '/personId 请填写“身份证号”。',
    '/mobile 请填写“手机号码”。',
    '/kind 请填写“主体业态”。',
    '/staff 请填写“从业人员”。',
    '/agreed 请阅读并勾选“承诺书”。',
  ])
})

test('all mistakes are said at once, in the order of the form, with their place', () => {
  const data = {
    ...soundData(),
    personId: '110105194912310021',
    mobile: '12345',
    kind: 'bank',
    capital: 9.5,
    openedOn: '2026-02-30',
    code: 'ab',
    staff: [{ name: '李' }, { mobile: 'x' }],
    address: { detail: ' ' },
    agreed: false,
    '/odd~name': 1,
  }
  expect(errorsOf(data)).toEqual([
    '/personId format',
    '/mobile format',
    '/kind choice',
    '/area notAsked',
    '/capital money',
    '/openedOn format',
    '/code pattern',
    '/staff/0/name tooShort',
    '/staff/1/name required',
    '/staff/1/mobile format',
    '/address/detail required',
    '/agreed mustAgree',
    '/~1odd~0name unknownField',
  ])
})

test.each<[Field, unknown, FormErrorCode | undefined]>([
  [{ type: 'string' }, '字'.repeat(200), undefined],
  [{ type: 'string' }, '字'.repeat(201), 'tooLong'],
  [{ type: 'string', maxLength: 2 }, '𠅤𠅤', undefined],
  [{ type: 'string', maxLength: 2 }, ' 一二 ', 'tooLong'],
  [{ type: 'string', minLength: 2 }, '一   ', 'tooShort'],
  [{ type: 'string' }, '张\u202e三', 'characterNotAllowed'],
  [{ type: 'string' }, '一\n二', undefined],
  [{ type: 'string' }, 7, 'wrongType'],
  [{ type: 'string' }, null, 'wrongType'],
  [{ type: 'string', enum: ['是', '否'] }, '是', undefined],
  [{ type: 'string', enum: ['是', '否'] }, 'toString', 'choice'],
  [{ type: 'string', format: 'uscc' }, '91350100M000100Y43', undefined],
  [{ type: 'string', format: 'uscc' }, '91350100M000100Y44', 'format'],
  [{ type: 'string', format: 'email' }, 'a@b.cn', undefined],
  [{ type: 'string', format: 'email' }, 'a@b', 'format'],
  [{ type: 'string', format: 'date' }, '2025-02-29', 'format'],
  [{ type: 'string', format: 'division' }, '330106', undefined],
  [{ type: 'string', format: 'division' }, '990000', 'format'],
  [{ type: 'string', format: 'phone' }, '0571-87960000', undefined],
  [{ type: 'string', format: 'postcode' }, '310012', undefined],
  [{ type: 'string', format: 'postcode' }, '31001', 'format'],
  [{ type: 'integer' }, 1.5, 'notWhole'],
  [{ type: 'integer' }, '1', 'wrongType'],
  [{ type: 'number' }, Number.NaN, 'wrongType'],
  [{ type: 'number' }, Infinity, 'wrongType'],
  [{ type: 'number', minimum: 1 }, 0.9, 'tooSmall'],
  [{ type: 'number', maximum: 1 }, 1.1, 'tooBig'],
  [{ type: 'integer', format: 'money' }, -1, 'money'],
  [{ type: 'integer', format: 'money' }, 0, undefined],
  [{ type: 'integer', oneOf: [{ const: 1, title: '一' }] }, 2, 'choice'],
  [{ type: 'boolean' }, 'true', 'wrongType'],
  [{ type: 'boolean', const: true }, false, 'mustAgree'],
  [{ type: 'array', items: { type: 'string' } }, {}, 'wrongType'],
  [{ type: 'array', items: { type: 'string' } }, Array.from({ length: 201 }, () => 'x'), 'tooMany'],
  [{ type: 'array', items: { type: 'string' }, minItems: 1 }, [], 'tooFew'],
  [{ type: 'array', items: { type: 'string' }, uniqueItems: true }, ['x', 'x'], 'repeated'],
  [{ type: 'object', properties: {}, additionalProperties: false }, [], 'wrongType'],
])('%j with %j: %s', (field, value, code) => {
  expect(checkForm(oneField(field), { field: value }).map((error) => error.code)).toEqual(code === undefined ? [] : [code])
})

test('a field that is not asked for may not be sent, and is not missed', () => {
  const { area: _, ...without } = soundData()
  expect(errorsOf({ ...without, kind: 'sales' })).toEqual([])
  expect(errorsOf({ ...soundData(), kind: 'sales' })).toEqual(['/area notAsked'])
  expect(errorsOf(without)).toEqual(['/area required'])
})

test('a draft may lack things but not hold wrong ones', () => {
  expect(checkForm(aForm(), {}, { draft: true })).toEqual([])
  expect(checkForm(aForm(), { agreed: false, staff: [] }, { draft: true })).toEqual([])
  expect(checkForm(aForm(), { mobile: '1' }, { draft: true }).map(({ code }) => code)).toEqual(['format'])
})

test('names that every object has are no values and pass no check', () => {
  const hostile = JSON.parse('{"__proto__": {"name": "x"}, "constructor": 1, "toString": "y"}') as unknown
  expect(errorsOf(hostile, oneField({ type: 'string' }))).toEqual([
    '/__proto__ unknownField',
    '/constructor unknownField',
    '/toString unknownField',
  ])
  const form = asForm({
    type: 'object',
    properties: { field: { type: 'string', title: '项' } },
    required: ['field'],
    additionalProperties: false,
  })
  expect(errorsOf(JSON.parse('{"__proto__": {"field": "x"}}'), form)).toEqual(['/field required', '/__proto__ unknownField'])
})

test.each([null, undefined, 1, 'x', []])('data that is no object is refused: %j', (data) => {
  expect(errorsOf(data)).toEqual([' wrongType'])
})

test('whatever is sent, the check answers and never throws', () => {
  assert(
    property(oneof(anything(), dictionary(constantFrom(...Object.keys(aForm().properties)), anything())), (data) =>
      Array.isArray(checkForm(aForm(), data)),
    ),
  )
})

test('the part of the dialect that is plain JSON Schema means what Ajv thinks it means', () => {
  const { $schema: _dialect, ...form } = asForm({
    type: 'object',
    properties: {
      text: { type: 'string', title: '文', minLength: 2, maxLength: 5, pattern: '^[a-c]{1,9}$' },
      choice: { type: 'string', title: '选', enum: ['a', 'b'] },
      whole: { type: 'integer', title: '数', minimum: -3, maximum: 3 },
      real: { type: 'number', title: '量', minimum: 0.5, maximum: 2.5 },
      yes: { type: 'boolean', title: '是' },
      list: { type: 'array', title: '列', items: { type: 'integer' }, minItems: 1, maxItems: 3, uniqueItems: true },
      inner: {
        type: 'object',
        title: '内',
        properties: { a: { type: 'string', title: '甲', maxLength: 3 } },
        required: ['a'],
        additionalProperties: false,
      },
    },
    required: ['text', 'whole'],
    additionalProperties: false,
  })
  const judge = new Ajv2020({ strict: true }).compile(form)
  const letters = (most: number) => string({ unit: constantFrom('a', 'b', 'c'), minLength: 1, maxLength: most })
  const mostly = (right: Arbitrary<unknown>, wrong: Arbitrary<unknown>) =>
    oneof({ arbitrary: right, weight: 9 }, { arbitrary: wrong, weight: 1 })
  const real = double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 3 })
  const maybe = record(
    {
      text: mostly(letters(6), oneof(integer(), constant('abd'))),
      choice: mostly(constantFrom('a', 'b'), constantFrom('c', 1)),
      whole: mostly(integer({ min: -4, max: 4 }), real),
      real: mostly(double({ noNaN: true, min: 0.4, max: 2.6 }), constant('1')),
      yes: mostly(boolean(), constant('yes')),
      list: mostly(array(integer({ min: 0, max: 9 }), { maxLength: 4 }), constant('x')),
      inner: mostly(record({ a: letters(4) }), option(record({ a: letters(2), b: jsonValue() }, { requiredKeys: [] }))),
      strange: constant('x'),
    },
    { requiredKeys: ['text', 'whole'] },
  ).map(({ strange, ...data }) => (data.choice === 'c' ? { ...data, strange } : data))
  let passed = 0
  assert(
    property(maybe, (data) => {
      const ours = checkForm(form, data).length === 0
      if (ours) passed++
      expect(ours).toBe(judge(data))
    }),
    { numRuns: 3000 },
  )
  expect(passed).toBeGreaterThan(100)
})

test('messages name the field, the bound and the mend, in both languages', () => {
  const messages = (language: 'zh-CN' | 'en') =>
    checkForm(aForm(), { ...soundData(), code: 'x', personId: '110105194912310021', capital: 1 }, { language }).map(
      ({ message }) => message,
    )
  expect(messages('zh-CN')).toEqual([
    '“身份证号”有一位填错了，请逐位核对。',
    '“注册资本”不能小于 100。',
    '“设备编号”的格式不对。两位大写字母加数字，例如 AB123',
  ])
  expect(messages('en')[0]).toBe('One digit of “身份证号” is wrong. Check it digit by digit.')
})

test('both languages say the same things, and each has words for every rule', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  const codes: Record<FormErrorCode, true> = {
    required: true,
    unknownField: true,
    notAsked: true,
    wrongType: true,
    tooShort: true,
    tooLong: true,
    characterNotAllowed: true,
    pattern: true,
    format: true,
    choice: true,
    tooSmall: true,
    tooBig: true,
    notWhole: true,
    money: true,
    mustAgree: true,
    tooFew: true,
    tooMany: true,
    repeated: true,
    locked: true,
  }
  for (const code of Object.keys(codes) as FormErrorCode[]) expect(messageOf(code, { title: '项' }, 'zh-CN')).not.toBe(code)
})
