import { Type, type Static } from 'typebox'
import { BaseCode, DivisionCode, Day, LegalBasis, Level, Moment, text } from './words.ts'

const entryContent = {
  name: text(200),
  /** Two characters of the item type, the first of the base code. */
  itemType: Type.String({ minLength: 2, maxLength: 2 }),
  legalBasis: Type.Array(LegalBasis, { maxItems: 50 }),
  levels: Type.Array(Level, { uniqueItems: true, maxItems: 6 }),
  /** Which line of departments it belongs to, as printed in the directory. */
  department: Type.Optional(text(100)),
}

/** What is said of an item in the directory (目录清单, guide 四（二）1). */
export const EntryContent = Type.Object(entryContent)
export type EntryContent = Static<typeof EntryContent>

export const DirectoryState = Type.Enum(['active', 'suspended', 'cancelled'])
export type DirectoryState = Static<typeof DirectoryState>

/** A directory entry: `division` is where it is in common use: the nation, a province or a city. */
export const DirectoryEntry = Type.Object({
  baseCode: BaseCode,
  version: Type.Integer({ minimum: 1 }),
  state: DirectoryState,
  division: DivisionCode,
  mainItem: Type.Optional(BaseCode),
  /** Split from or merged of these. */
  origins: Type.Array(BaseCode),
  ...entryContent,
  effectiveOn: Day,
})
export type DirectoryEntry = Static<typeof DirectoryEntry>

/** One row of the first filling (统一清单库初始化): comes with its code. */
export const EntryRow = Type.Object({ baseCode: Type.String({ maxLength: 40 }), division: DivisionCode, ...entryContent })
export type EntryRow = Static<typeof EntryRow>

export const RowFault = Type.Object({
  row: Type.Integer(),
  element: Type.String(),
  reason: Type.String(),
  value: Type.Optional(Type.String()),
})
export type RowFault = Static<typeof RowFault>
export const ImportResult = Type.Object({ entered: Type.Integer(), faults: Type.Array(RowFault) })
export type ImportResult = Static<typeof ImportResult>

/** 新增, 变更, 暂停, 恢复, 取消, 拆分, 合并. */
export const ChangeKind = Type.Enum(['add', 'change', 'suspend', 'resume', 'cancel', 'split', 'merge'])
export type ChangeKind = Static<typeof ChangeKind>

/** What is proposed. `mainItem` makes an added entry a sub-item; `replaces` is what is changed, split or merged. */
export const ProposalInput = Type.Object({
  kind: ChangeKind,
  division: DivisionCode,
  replaces: Type.Array(BaseCode, { maxItems: 20, uniqueItems: true }),
  entries: Type.Array(EntryContent, { maxItems: 20 }),
  mainItem: Type.Optional(BaseCode),
  reason: text(500),
})
export type ProposalInput = Static<typeof ProposalInput>

export const Proposal = Type.Object({
  id: Type.String({ format: 'uuid' }),
  ...ProposalInput.properties,
  state: Type.Enum(['submitted', 'approved', 'returned']),
  proposedBy: Type.String(),
  proposedAt: Moment,
  reviewedBy: Type.Optional(Type.String()),
  reviewedAt: Type.Optional(Moment),
  opinion: Type.Optional(Type.String()),
  /** The entries that came of it. */
  made: Type.Array(BaseCode),
})
export type Proposal = Static<typeof Proposal>

export const EntryVersion = Type.Object({
  version: Type.Integer(),
  kind: ChangeKind,
  content: EntryContent,
  reason: Type.String(),
  by: Type.String(),
  reviewedBy: Type.Optional(Type.String()),
  at: Moment,
})
export type EntryVersion = Static<typeof EntryVersion>
