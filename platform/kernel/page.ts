import { Type, type Static, type TSchema } from 'typebox'

/** Keyset paging: every collection takes `after` and `limit`, and answers `items` and, when there is more, `next`. */
export const PageQuery = {
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
}
export const PageInput = Type.Object(PageQuery)
export type PageInput = Static<typeof PageInput>

export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: Type.Optional(Type.String()) })
}
export interface Page<T> {
  items: T[]
  next?: string
}
