import { expect, expectTypeOf, test } from 'vitest'
import { present } from './present.ts'

test('what is null in the row is absent in the shape, and nothing else is', () => {
  const row: { code: string; phone: string | null; count: number; open: boolean } = { code: 'a', phone: null, count: 0, open: false }
  const shape = present(row)
  expect(shape).toStrictEqual({ code: 'a', count: 0, open: false })
  expect(present({ ...row, phone: '' })).toStrictEqual({ code: 'a', phone: '', count: 0, open: false })
  expectTypeOf(shape.code).toEqualTypeOf<string>()
  expectTypeOf(shape.phone).toEqualTypeOf<string | undefined>()
})
