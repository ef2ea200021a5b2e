import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'
import { NotAllowed } from './Failures.tsx'

/** A page for those who hold one of these permissions. */
export function Behind({ anyOf, children }: { anyOf: readonly string[]; children: ReactNode }) {
  const { staff } = useMe()
  if (anyOf.some((permission) => staff.permissions.includes(permission))) return children
  return <NotAllowed permission={anyOf[0] ?? ''} />
}
