import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Administrator } from '../contract.ts'
import { mayHoldTogether, reservedForOthers } from './separation.ts'

const administrator = fc.constantFrom<Administrator | undefined>('system', 'security', 'audit', undefined)
const role = administrator.map((administers) => (administers ? { administers } : {}))

test('a set of roles is lawful exactly when no two of its administrators differ', () => {
  fc.assert(
    fc.property(fc.array(role), (roles) => {
      const clash = roles.some((one) => roles.some((two) => one.administers && two.administers && one.administers !== two.administers))
      expect(mayHoldTogether(roles)).toBe(!clash)
    }),
  )
})

test('no role ever holds a permission kept for an administrator it is not', () => {
  const book = fc.dictionary(fc.constantFrom('a.one', 'b.two', 'c.three'), administrator)
  fc.assert(
    fc.property(book, role, (kept, { administers }) => {
      const permissions = Object.fromEntries(
        Object.entries(kept).map(([code, one]) => [code, { name: code, ...(one ? { administrator: one } : {}) }]),
      )
      const refused = reservedForOthers({ permissions: Object.keys(kept), ...(administers ? { administers } : {}) }, permissions)
      for (const [code, one] of Object.entries(kept)) expect(refused.includes(code)).toBe(one !== undefined && one !== administers)
    }),
  )
})
