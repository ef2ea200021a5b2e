/** The browser-safe part of the kernel: shapes every answer may have. */
import { Type, type Static } from 'typebox'

export { AuditChain, AuditEntry, AuditQuery } from './audit-shapes.ts'
export { PageInput, PageQuery, pageOf, type Page } from './page.ts'

export const FieldError = Type.Object({ pointer: Type.String(), message: Type.String() })
export type FieldError = Static<typeof FieldError>

/** RFC 9457; `type` is the code of the catalogue, further members are its details. */
export const ProblemAnswer = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(FieldError)),
  },
  { additionalProperties: true },
)
export type ProblemAnswer = Static<typeof ProblemAnswer>
