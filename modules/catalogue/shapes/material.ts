import { Type, type Static } from 'typebox'
import { Attachment, Key, LegalBasis, Phone, text } from './words.ts'

/** A question put to the applicant before he applies; its answer decides which materials are asked for. */
export const Question = Type.Object({
  key: Key,
  text: text(200),
  help: Type.Optional(text(500)),
  many: Type.Boolean(),
  required: Type.Boolean(),
  options: Type.Array(Type.Object({ value: Key, label: text(100) }), { minItems: 2, maxItems: 30 }),
})
export type Question = Static<typeof Question>

/** The answer to one question lies among these. */
export const Clause = Type.Object({ question: Key, in: Type.Array(Key, { minItems: 1, maxItems: 30 }) })
export type Clause = Static<typeof Clause>

/** A situation (情形): it holds when all its clauses do. Without clauses it always holds. */
export const Situation = Type.Object({ key: Key, name: text(100), when: Type.Array(Clause, { maxItems: 10 }) })
export type Situation = Static<typeof Situation>

/** What was answered: one value, or several where several may hold at once. */
export const Answers = Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())]))
export type Answers = Static<typeof Answers>

/** Who makes the material: an intermediary or statutory institution is named with how to find and reach it (guide 四（二）2（1）①). */
export const MaterialSource = Type.Enum(['applicant', 'government', 'intermediary', 'other'])
const Intermediary = Type.Object({ kind: text(100), lookup: text(300), phone: Phone })

/** A required material (申请材料, appendix 1, element 13) with all its attributes. */
export const Material = Type.Object({
  code: Key,
  name: text(200),
  kind: Type.Enum(['certificate', 'form', 'other']),
  /** 原件, 复印件, 原件或复印件. */
  form: Type.Enum(['original', 'copy', 'either']),
  medium: Type.Enum(['paper', 'electronic', 'either']),
  /** 必要, 非必要, 容缺后补. */
  need: Type.Enum(['required', 'optional', 'deferrable']),
  source: MaterialSource,
  /** 核发部门, where the government issues it. */
  issuer: Type.Optional(text(200)),
  intermediary: Type.Optional(Intermediary),
  originals: Type.Integer({ minimum: 0, maximum: 50 }),
  copies: Type.Integer({ minimum: 0, maximum: 50 }),
  paperSize: text(100),
  fillingNotes: text(1000),
  acceptanceStandard: text(1000),
  electronic: Type.Boolean(),
  basis: Type.Array(LegalBasis, { maxItems: 10 }),
  sample: Type.Optional(Attachment),
  blankForm: Type.Optional(Attachment),
  /** 电子表单: filled in on the screen instead of on paper. */
  eForm: Type.Optional(Key),
  /** Licence types (21 characters) that stand for it: nothing to hand in (免提交). */
  licenceTypes: Type.Array(Type.String({ minLength: 21, maxLength: 21 }), { maxItems: 10 }),
  /** Known to a base register, so that it is looked up instead of asked for. */
  register: Type.Optional(Type.Enum(['person', 'organisation', 'socialSecurity', 'realEstate', 'marriage'])),
  /** Asked for only in one of these situations; empty is always. */
  situations: Type.Array(Key, { maxItems: 30 }),
  /** Why a catch-all name (兜底条款) is let through all the same. */
  catchAllReason: Type.Optional(text(500)),
})
export type Material = Static<typeof Material>
