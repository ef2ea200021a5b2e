import { staffActor } from '@yiwang/identity'
import type { Actor } from '@yiwang/kernel'
import { findStaffByNumber } from '@yiwang/organisation'
import { demoBodies } from '@yiwang/catalogue/demo'
import { departmentCode } from '../bodies.ts'
import { demoStaff, prefixOf } from '../staff.ts'
import type { Past } from './past.ts'

export type Post = 'counter' | 'examiner' | 'decider' | 'maker'

/** The members of staff of the demo, with what each of them may do. */
export interface Staff {
  of(login: string): Promise<Actor>
  at(bodyCode: string, post: Post): Promise<Actor>
}

export function staffOf({ house }: Pick<Past, 'house'>): Staff {
  const known = new Map<string, Actor>()
  const logins = demoStaff().map(({ login }) => login)
  const prefixes = new Map(demoBodies.map((body) => [departmentCode(body), prefixOf(body)]))
  const of = async (login: string): Promise<Actor> => {
    const before = known.get(login)
    if (before) return before
    const staff = await findStaffByNumber(house.db, `ZJ${String(logins.indexOf(login) + 1).padStart(5, '0')}`)
    const actor = staff && (await staffActor(house, staff.id, 'counter'))
    if (!actor) throw new Error(`no member of staff ${login}`)
    known.set(login, actor)
    return actor
  }
  return {
    of,
    at: (bodyCode, post) => of(`${prefixes.get(bodyCode) ?? ''}.${post}`),
  }
}
