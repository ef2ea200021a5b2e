import { expect, test } from 'vitest'
import { compareForms } from './compare-forms.ts'
import type { Form } from './form.ts'
import { aForm } from './testing.ts'

function changed(change: (form: { properties: Record<string, Record<string, unknown>>; required: string[] }) => void): string[] {
  const after = structuredClone(aForm()) as unknown as { properties: Record<string, Record<string, unknown>>; required: string[] }
  change(after)
  return compareForms(aForm(), after as unknown as Form).map(
    ({ path, kind, what, breaks }) => `${path} ${kind} ${what}${breaks ? ' breaks' : ''}`,
  )
}

test('a form is like itself, whatever the order of its keywords', () => {
  expect(compareForms(aForm(), aForm())).toEqual([])
})

test.each<[string, Parameters<typeof changed>[0], string[]]>([
  ['a field more', (form) => (form.properties['fax'] = { type: 'string', title: '传真' }), ['/fax added field']],
  [
    'a field more that must be there',
    (form) => ((form.properties['fax'] = { type: 'string', title: '传真' }), form.required.push('fax')),
    ['/fax added field breaks'],
  ],
  ['a field less', (form) => delete form.properties['remark'], ['/remark removed field breaks']],
  [
    'a field that may now be missing',
    (form) => (form.required = form.required.filter((name) => name !== 'mobile')),
    ['/mobile changed required'],
  ],
  ['a field that must now be there', (form) => form.required.push('code'), ['/code changed required breaks']],
  ['another title', (form) => ((form.properties['name'] as Record<string, unknown>)['title'] = '申请人姓名'), ['/name changed title']],
  ['more room', (form) => ((form.properties['remark'] as Record<string, unknown>)['maxLength'] = 900), ['/remark changed maxLength']],
  [
    'less room',
    (form) => ((form.properties['remark'] as Record<string, unknown>)['maxLength'] = 100),
    ['/remark changed maxLength breaks'],
  ],
  [
    'a lower bound taken away',
    (form) => delete (form.properties['capital'] as Record<string, unknown>)['minimum'],
    ['/capital removed minimum'],
  ],
  [
    'a bound that was not there',
    (form) => ((form.properties['capital'] as Record<string, unknown>)['maximum'] = 5),
    ['/capital added maximum breaks'],
  ],
  [
    'one choice more',
    (form) => (form.properties['kind'] as { oneOf: unknown[] }).oneOf.push({ const: 'canteen', title: '单位食堂' }),
    ['/kind changed oneOf'],
  ],
  ['one choice less', (form) => (form.properties['kind'] as { oneOf: unknown[] }).oneOf.pop(), ['/kind changed oneOf breaks']],
  ['a format', (form) => ((form.properties['remark'] as Record<string, unknown>)['format'] = 'email'), ['/remark added format breaks']],
  ['another type', (form) => ((form.properties['area'] as Record<string, unknown>)['type'] = 'integer'), ['/area changed type breaks']],
  [
    'a change inside a list',
    (form) =>
      ((
        (form.properties['staff'] as { items: { properties: Record<string, Record<string, unknown>> } }).items.properties['name'] as Record<
          string,
          unknown
        >
      )['minLength'] = 4),
    ['/staff/items/name changed minLength breaks'],
  ],
])('%s', (_, change, changes) => {
  expect(changed(change)).toEqual(changes)
})
