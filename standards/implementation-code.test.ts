import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isImplementationCode, makeImplementationCode, parseImplementationCode } from './implementation-code.ts'
import { inventedOrganisationCode, inventedUscc } from './testing.ts'

test('the parts are joined to 24 characters and read back', () => {
  const code = makeImplementationCode({ division: '330102', organisation: '11330105002500287C', bodyKind: '1' })
  expect(code).toBe('330102000000002500287100')
  expect(parseImplementationCode(code)).toEqual({
    ok: true,
    value: {
      code,
      division: '330102',
      township: '000',
      village: '000',
      area: '330102000000',
      organisationCode: '002500287',
      bodyKind: '1',
      handlingOption: '00',
    },
  })
})

test('the tail of a real code of a live portal is the same code with hyphens', () => {
  expect(makeImplementationCode({ division: '511602000000', organisation: '115113010833722043', bodyKind: '1' })).toBe(
    '511602000000083372204100',
  )
  expect(isImplementationCode('511602-000-000-083372204-1-00')).toBe(true)
})

test('township, village and handling option have their places', () => {
  const code = makeImplementationCode({ division: '330102001051', organisation: '00001333-8', bodyKind: '3', handlingOption: 7 })
  expect(parseImplementationCode(code)).toMatchObject({
    ok: true,
    value: { township: '001', village: '051', organisationCode: '000013338', bodyKind: '3', handlingOption: '07' },
  })
})

const good = '330102000000002500287100'

test.for([
  [good.slice(1), 'length'],
  [`${good}0`, 'length'],
  [`99${good.slice(2)}`, 'division'],
  [`330102000001${good.slice(12)}`, 'division'],
  [good.replace('002500287', '002500288'), 'organisationCode'],
  [`${good.slice(0, 21)}000`, 'bodyKind'],
  [`${good.slice(0, 21)}A00`, 'bodyKind'],
  [`${good.slice(0, 22)}0A`, 'handlingOption'],
] as const)('%s is refused for its %s', ([code, fault]) => {
  expect(parseImplementationCode(code)).toEqual({ ok: false, fault })
})

test('what is unsound makes no code', () => {
  const parts = { division: '330102', organisation: '11330105002500287C', bodyKind: '1' }
  expect(() => makeImplementationCode({ ...parts, division: '33' })).toThrow('division code')
  expect(() => makeImplementationCode({ ...parts, organisation: '11330105002500287D' })).toThrow('implementation code')
  expect(() => makeImplementationCode({ ...parts, bodyKind: '12' })).toThrow('length')
  for (const handlingOption of [-1, 100, 1.5]) expect(() => makeImplementationCode({ ...parts, handlingOption })).toThrow('handlingOption')
})

test('a body is the same by its organisation code and by its credit code, and different bodies differ', () => {
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), (one, other) => {
      const of = (organisation: string): string => makeImplementationCode({ division: '330102', organisation, bodyKind: '1' })
      expect(of(inventedOrganisationCode(one))).toBe(of(inventedUscc({ nth: one, kind: '11' })))
      expect(of(inventedOrganisationCode(one)) === of(inventedOrganisationCode(other))).toBe(one === other)
    }),
  )
})
