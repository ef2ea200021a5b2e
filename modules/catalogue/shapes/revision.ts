import { Type, type Static } from 'typebox'
import { Elements, elementShapes, ItemState } from './implementation.ts'
import { BaseCode, BodyCode, Day, DivisionCode, ImplementationCode, Moment, text } from './words.ts'

/** A revision on its way: being filled in, before the keepers, approved, in the world, or replaced by a later one. */
export const RevisionState = Type.Enum(['draft', 'submitted', 'approved', 'published', 'superseded'])
export type RevisionState = Static<typeof RevisionState>

/** 新增, 变更, 取消 (appendix 2, 五). */
export const UpdateKind = Type.Enum(['add', 'change', 'cancel'])

/** Taking an entry of the directory up as one's own item. */
export const DraftInput = Type.Object({
  baseCode: BaseCode,
  bodyCode: BodyCode,
  /** Splits the item by the materials it asks for; 0 is unsplit. */
  handlingOption: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })),
  /** Where it is carried out when that is a township or village below the body's own division. */
  division: Type.Optional(DivisionCode),
  /** What is known already. */
  elements: Type.Optional(Type.Partial(Type.Omit(Elements, ['baseCode', 'implementingCode', 'name', 'itemType', 'bodyCode']))),
})
export type DraftInput = Static<typeof DraftInput>

/** Elements to change; `null` empties one that may be empty. */
export const ElementChange = Type.Object(
  Object.fromEntries(
    Object.entries(elementShapes).map(([name, shape]) => [name, Type.Optional(Type.Union([shape, Type.Null()]))]),
  ) as Record<string, never>,
  { minProperties: 1 },
)
export type ElementChange = { [K in keyof Elements]?: Elements[K] | null }

const reviewed = Type.Object({
  reasonable: Type.Boolean(),
  necessary: Type.Boolean(),
  timely: Type.Boolean(),
  complete: Type.Boolean(),
})
/** 合理性、必要性、适时性、完整性 of each material (guide 四（二）2（1）①), and the keepers' opinion (合法性、有效性). */
export const ApprovalInput = Type.Object({
  opinion: text(1000),
  materials: Type.Record(Type.String(), reviewed),
})
export type ApprovalInput = Static<typeof ApprovalInput>
export const ReasonInput = Type.Object({ reason: text(500) })
export type ReasonInput = Static<typeof ReasonInput>
export const PublishInput = Type.Object({ effectiveOn: Type.Optional(Day) })
export type PublishInput = Static<typeof PublishInput>

/** What is missing or wrong, by element. `warning` does not stand in the way. */
export const Finding = Type.Object({
  element: Type.String(),
  code: Type.String(),
  severity: Type.Enum(['error', 'warning']),
  text: Type.String(),
})
export type Finding = Static<typeof Finding>

export const Revision = Type.Object({
  id: Type.String({ format: 'uuid' }),
  implementationCode: ImplementationCode,
  state: RevisionState,
  version: Type.Optional(Type.Integer()),
  updateKind: UpdateKind,
  /** What has been filled in so far: a draft may lack what a published revision must have. */
  elements: Type.Partial(Elements),
  reason: Type.Optional(Type.String()),
  effectiveOn: Type.Optional(Day),
  draftedBy: Type.String(),
  draftedAt: Moment,
  submittedAt: Type.Optional(Moment),
  reviewedBy: Type.Optional(Type.String()),
  reviewedAt: Type.Optional(Moment),
  opinion: Type.Optional(Type.String()),
  publishedBy: Type.Optional(Type.String()),
  publishedAt: Type.Optional(Moment),
})
export type Revision = Static<typeof Revision>

/** The draft as its editor sees it: with what is still in the way and which elements the editor may change. */
export const DraftDesk = Type.Object({
  revision: Revision,
  itemState: ItemState,
  findings: Type.Array(Finding),
  mayChange: Type.Array(Type.String()),
})
export type DraftDesk = Static<typeof DraftDesk>

export const ItemWork = Type.Object({
  implementationCode: ImplementationCode,
  name: Type.String(),
  bodyCode: BodyCode,
  bodyName: Type.String(),
  division: DivisionCode,
  itemState: ItemState,
  version: Type.Optional(Type.Integer()),
  openRevision: Type.Optional(Type.Object({ id: Type.String(), state: RevisionState })),
  /** The directory moved on since this was drawn up (待调整). */
  behindDirectory: Type.Boolean(),
})
export type ItemWork = Static<typeof ItemWork>

export const PublicRevision = Type.Object({
  version: Type.Integer(),
  effectiveOn: Day,
  updateKind: UpdateKind,
  reason: Type.Optional(Type.String()),
  /** Names of the elements that differ from the version before. */
  changed: Type.Array(Type.String()),
})
export type PublicRevision = Static<typeof PublicRevision>
