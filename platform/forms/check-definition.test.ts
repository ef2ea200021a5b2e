import { anything, assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asForm, checkFormDefinition } from './check-definition.ts'
import { isSafePattern } from './safe-pattern.ts'
import { aForm } from './testing.ts'

const faultsOf = (schema: unknown, ui?: unknown) => checkFormDefinition(schema, ui).map(({ path, fault }) => `${path} ${fault}`)
const around = (field: object, more: object = {}) => ({
  type: 'object',
  properties: { a: { title: '甲', ...field } },
  additionalProperties: false,
  ...more,
})

test('a form that keeps to the dialect has no fault', () => {
  expect(checkFormDefinition(aForm())).toEqual([])
  expect(
    checkFormDefinition(aForm(), {
      'ui:order': ['name', '*'],
      name: { 'ui:widget': 'text', 'ui:placeholder': '与身份证一致' },
      staff: { items: { name: { 'ui:help': '真实姓名' } } },
      remark: { 'ui:widget': 'textarea', 'ui:rows': 3 },
    }),
  ).toEqual([])
})

test.each<[string, unknown, string]>([
  ['a reference to another server', around({ $ref: 'https://evil.example/schema.json' }), '/properties/a typeNotAllowed'],
  ['a reference beside a type', around({ type: 'string', $ref: '#/x' }), '/properties/a/$ref referenceNotAllowed'],
  ['a dynamic reference', around({ type: 'string', $dynamicRef: '#x' }), '/properties/a/$dynamicRef referenceNotAllowed'],
  ['definitions', around({ type: 'string' }, { $defs: {} }), '/$defs referenceNotAllowed'],
  ['an id', around({ type: 'string' }, { $id: 'x' }), '/$id referenceNotAllowed'],
  ['another dialect', around({ type: 'string' }, { $schema: 'https://evil.example/meta' }), '/$schema referenceNotAllowed'],
  ['allOf', around({ type: 'string', allOf: [] }), '/properties/a/allOf unknownKeyword'],
  ['pattern properties', around({ type: 'string' }, { patternProperties: {} }), '/patternProperties unknownKeyword'],
  ['a keyword of another type', around({ type: 'boolean', maxLength: 3 }), '/properties/a/maxLength unknownKeyword'],
  ['two types', around({ type: ['string', 'null'] }), '/properties/a typeNotAllowed'],
  ['no type', around({}), '/properties/a typeNotAllowed'],
  ['an inherited type name', around({ type: 'constructor' }), '/properties/a typeNotAllowed'],
  ['an open object', { type: 'object', properties: {} }, ' openObject'],
  ['an open inner object', around({ type: 'object', properties: {} }), '/properties/a openObject'],
  [
    'a field without a title',
    { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false },
    '/properties/a titleMissing',
  ],
  ['a required field that is not there', around({ type: 'string' }, { required: ['b'] }), '/required requiredUnknown'],
  ['a field required twice', around({ type: 'string' }, { required: ['a', 'a'] }), '/required wrongValue'],
  [
    'a name of every object',
    JSON.parse('{"type":"object","properties":{"constructor":{"type":"string","title":"x"}},"additionalProperties":false}'),
    '/properties/constructor nameNotAllowed',
  ],
  [
    'a prototype',
    JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string","title":"x"}},"additionalProperties":false}'),
    '/properties/__proto__ nameNotAllowed',
  ],
  ['a pattern that runs long', around({ type: 'string', pattern: '^(a+)+$' }), '/properties/a/pattern patternNotSafe'],
  ['an unknown format', around({ type: 'string', format: 'uri' }), '/properties/a/format formatUnknown'],
  ['an inherited format', around({ type: 'string', format: 'toString' }), '/properties/a/format formatUnknown'],
  ['money as text', around({ type: 'string', format: 'money' }), '/properties/a/format formatUnknown'],
  ['an unknown mask', around({ type: 'string', 'x-mask': 'none' }), '/properties/a/x-mask maskUnknown'],
  ['an unknown section', around({ type: 'string', 'x-group': 'b' }), '/properties/a/x-group groupUnknown'],
  [
    'two sections of one id',
    around(
      { type: 'string' },
      {
        'x-groups': [
          { id: 'x', title: '一' },
          { id: 'x', title: '二' },
        ],
      },
    ),
    '/x-groups/1 wrongValue',
  ],
  ['a source that is an address', around({ type: 'string', 'x-source': 'https://evil.example' }), '/properties/a/x-source wrongValue'],
  ['a lock without a source', around({ type: 'string', 'x-locked': true }), '/properties/a/x-locked wrongValue'],
  ['a condition on itself', around({ type: 'string', 'x-when': { field: 'a', is: ['x'] } }), '/properties/a/x-when conditionUnknown'],
  [
    'a condition without values',
    {
      type: 'object',
      properties: { b: { type: 'boolean', title: '乙' }, a: { type: 'string', title: '甲', 'x-when': { field: 'b', is: [] } } },
      additionalProperties: false,
    },
    '/properties/a/x-when conditionUnknown',
  ],
  ['bounds that cross', around({ type: 'string', minLength: 5, maxLength: 2 }), '/properties/a boundsCrossed'],
  ['a bound too large', around({ type: 'string', maxLength: 1e6 }), '/properties/a/maxLength boundTooLarge'],
  ['a bound that is no number', around({ type: 'integer', minimum: '1' }), '/properties/a/minimum wrongValue'],
  ['a list without end', around({ type: 'array', items: { type: 'string' }, maxItems: 10_000 }), '/properties/a/maxItems boundTooLarge'],
  ['a list of nothing', around({ type: 'array' }), '/properties/a/items notAnObject'],
  ['a choice offered twice', around({ type: 'string', enum: ['x', 'x'] }), '/properties/a/enum choiceRepeated'],
  ['a choice without a label', around({ type: 'string', oneOf: [{ const: 'x' }] }), '/properties/a/oneOf wrongValue'],
  ['a choice of another type', around({ type: 'integer', oneOf: [{ const: 'x', title: '一' }] }), '/properties/a/oneOf wrongValue'],
  ['a default the field refuses', around({ type: 'string', maxLength: 1, default: '二字' }), '/properties/a/default defaultNotAllowed'],
  ['a box that must stay empty', around({ type: 'boolean', const: false }), '/properties/a/const wrongValue'],
])('%s is refused', (_, schema, fault) => {
  expect(faultsOf(schema)).toEqual([fault])
})

test('too deep, too many, too large', () => {
  let deep: object = { type: 'string', title: '底' }
  for (let i = 0; i < 7; i++) deep = { type: 'object', title: '层', properties: { a: deep }, additionalProperties: false }
  expect(faultsOf(deep).map((fault) => fault.split(' ')[1])).toEqual(['tooDeep'])
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`f${i}`, { type: 'string', title: '项' }]))
  expect(faultsOf({ type: 'object', properties: many, additionalProperties: false })).toEqual(['/properties/f299 tooManyFields'])
  expect(faultsOf(around({ type: 'string', description: 'x'.repeat(300_000) }))).toEqual([' tooLarge'])
  const circle: Record<string, unknown> = { type: 'object', additionalProperties: false }
  circle['properties'] = { a: circle }
  expect(faultsOf(circle)).toEqual([' tooLarge'])
})

test('all faults are said at once, and the first is thrown for forms of our own', () => {
  const bad = {
    type: 'object',
    properties: { A: { type: 'string', title: '甲', format: 'uri' }, b: { type: 'file' } },
    additionalProperties: false,
  }
  expect(faultsOf(bad)).toEqual([
    '/properties/A nameNotAllowed',
    '/properties/A/format formatUnknown',
    '/properties/b typeNotAllowed',
    '/properties/b titleMissing',
  ])
  expect(() => asForm(bad)).toThrow('nameNotAllowed at /properties/A')
})

test('whatever is handed in as a form, the check answers and never throws', () => {
  assert(property(anything({ withNullPrototype: true }), anything(), (schema, ui) => Array.isArray(checkFormDefinition(schema, ui))))
})

test.each<[string, unknown, string]>([
  ['a class name', { name: { 'ui:classNames': 'x' } }, '/name/ui:classNames unknownKeyword'],
  ['a widget of someone else', { name: { 'ui:widget': 'html' } }, '/name/ui:widget widgetUnknown'],
  ['a field that is not there', { nobody: {} }, '/nobody fieldUnknown'],
  ['an order of unknown fields', { 'ui:order': ['nobody'] }, '/ui:order fieldUnknown'],
  ['a help text that is no text', { name: { 'ui:help': { __html: 'x' } } }, '/name/ui:help wrongValue'],
  ['a uiSchema that is no object', [], '/ notAnObject'],
])('a uiSchema with %s is refused', (_, ui, fault) => {
  expect(faultsOf(aForm(), ui)).toEqual([fault])
})

describe('patterns', () => {
  test.each([
    '^\\d{6}$',
    '^[A-Z]{2}\\d{1,6}$',
    '^浙[A-F][A-Z0-9]{5}$',
    '^(?:省|市|区)$',
    '^\\p{Script=Han}{2,20}$',
    '^[^<>]{0,50}$',
    '^a?b?$',
    '^\\d{4}-\\d{2}$',
    '^[\\p{L}\\d-]{1,30}$',
  ])('%s is taken', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true)
  })
  test.each([
    '(a+)+$',
    '^(a+)+$',
    '^a*$',
    '^a+$',
    '^(a{1,9}){1,9}$',
    '^(a|a)*$',
    '^(?=a)b$',
    '^(a)\\1$',
    '^a{1,}$',
    '^a{1,1000}$',
    '^a{0,9}a{0,9}a{0,9}a{0,9}$',
    '\\d{6}',
    '^\\d{6}',
    '^[$',
    '^((a))$',
    '',
    '^$|.*',
    '^[z-a]$',
    `^${'a'.repeat(300)}$`,
    '^a{9,1}$',
    '^(?<!a)b$',
  ])('%s is refused', (pattern) => {
    expect(isSafePattern(pattern)).toBe(false)
  })
  test('what is taken ends soon on the worst input', () => {
    const started = performance.now()
    for (const text of ['a'.repeat(4000), `${'a'.repeat(3999)}!`]) new RegExp('^[ab]{0,100}[ac]{0,100}[ad]{0,100}x$', 'u').test(text)
    expect(isSafePattern('^[ab]{0,100}[ac]{0,100}[ad]{0,100}x$')).toBe(true)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
