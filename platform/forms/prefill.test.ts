import { describe, expect, test } from 'vitest'
import { checkForm } from './check-form.ts'
import { checkLocked, maskForm, prefill, tidyForm } from './prefill.ts'
import { aForm, soundData } from './testing.ts'

const known = { 'population.name': '张三', 'population.number': '11010519491231002X', 'space.mobile': '13812345678' }

describe('filling in what is known', () => {
  test('R5A-131 what is known stands in the form, what is not stays empty', () => {
    expect(prefill(aForm(), known)).toEqual({
      data: { name: '张三', personId: '11010519491231002X', mobile: '13812345678', remark: '无' },
      filled: [
        { path: '/name', source: 'population.name', locked: true },
        { path: '/personId', source: 'population.number', locked: true },
        { path: '/mobile', source: 'space.mobile', locked: false },
      ],
    })
    expect(prefill(aForm(), {}).data).toEqual({ remark: '无' })
  })

  test('what a person typed stays, except where a register has the last word', () => {
    const { data, filled } = prefill(aForm(), known, { name: '李四', mobile: '13900001111', remark: '急' })
    expect(data).toMatchObject({ name: '张三', mobile: '13900001111', remark: '急' })
    expect(filled.map(({ path }) => path)).toEqual(['/name', '/personId'])
  })

  test('a known value that the field would refuse is not filled in', () => {
    const { data } = prefill(aForm(), { 'population.name': 7, 'population.number': '110105491231002', 'space.mobile': '' })
    expect(data).toEqual({ remark: '无' })
  })

  test('names that every object has are not known', () => {
    expect(prefill(aForm(), JSON.parse('{"__proto__": {"population.name": "x"}}') as Record<string, unknown>).data).toEqual({
      remark: '无',
    })
  })

  test('what was typed is not changed in place', () => {
    const typed = { name: '李四' }
    prefill(aForm(), known, typed)
    expect(typed).toEqual({ name: '李四' })
  })
})

test('a change to what a register says is refused, and nothing else', () => {
  expect(checkLocked(aForm(), soundData(), known)).toEqual([])
  const changed = checkLocked(aForm(), { ...soundData(), name: '李四', mobile: '13900001111' }, known)
  expect(changed.map(({ path, code, message }) => [path, code, message])).toEqual([
    ['/name', 'locked', '“姓名”来自登记信息，不能在这里修改。如有误，请提出异议。'],
  ])
  expect(checkLocked(aForm(), { ...soundData(), name: '李四' }, {})).toEqual([])
})

test('data is kept in its proper writing, and passes again', () => {
  const typed = {
    ...soundData(),
    personId: ' 11010519491231002x ',
    mobile: '+86 138-1234-5678',
    code: 'AB123',
    remark: '  ',
    staff: [{ name: ' 李四 ', mobile: '139 0000 1111' }],
  }
  expect(checkForm(aForm(), typed)).toEqual([])
  const kept = tidyForm(aForm(), typed)
  expect(kept).toMatchObject({ personId: '11010519491231002X', mobile: '13812345678', staff: [{ name: '李四', mobile: '13900001111' }] })
  expect(kept).not.toHaveProperty('remark')
  expect(checkForm(aForm(), kept)).toEqual([])
  expect(tidyForm(aForm(), kept)).toEqual(kept)
})

test('what is shown to others keeps its secrets, in lists too', () => {
  const shown = maskForm(aForm(), soundData())
  expect(shown).toMatchObject({
    name: '*三',
    mobile: '138****5678',
    kind: 'catering',
    staff: [{ name: '李四', mobile: '139****1111' }, { name: '王五' }],
  })
  expect(JSON.stringify(shown)).not.toMatch(/11010519491231002X|13812345678|13900001111|张三/)
})
