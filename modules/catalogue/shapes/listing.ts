import { PageQuery } from '@yiwang/kernel/contract'
import { Type, type Static } from 'typebox'
import { Audience, BodyCode, CaseKind, DivisionCode, ImplementationCode, Level, OnlineMode, TimeLimit } from './words.ts'

export const Segment = Type.Object({ text: Type.String(), match: Type.Boolean() })

/** An item as a line of a list. `nameSegments` marks what was looked for; joined, the pieces are the name. */
export const ItemLine = Type.Object({
  implementationCode: ImplementationCode,
  name: Type.String(),
  summary: Type.String(),
  bodyCode: BodyCode,
  bodyName: Type.String(),
  division: DivisionCode,
  divisionName: Type.String(),
  itemType: Type.String(),
  itemTypeName: Type.String(),
  audiences: Type.Array(Audience),
  themes: Type.Array(Type.String()),
  caseKind: CaseKind,
  onlineMode: Type.Optional(OnlineMode),
  committedLimit: Type.Optional(TimeLimit),
  charged: Type.Boolean(),
  visits: Type.Integer(),
  /** Applications of the last 30 days. */
  uses: Type.Integer(),
  nameSegments: Type.Optional(Type.Array(Segment)),
  /** A piece of the guide around what was found, where the name does not show it. */
  foundIn: Type.Optional(Type.Array(Segment)),
})
export type ItemLine = Static<typeof ItemLine>

/** 线上, 线下, 线上线下一体化 (guide 二（六）). */
export const ServiceForm = Type.Enum(['online', 'offline', 'both'])

const itemFilters = {
  audience: Type.Optional(Audience),
  theme: Type.Optional(Type.String({ pattern: '^[PC][0-9]{2}$' })),
  body: Type.Optional(BodyCode),
  /** Where the asker is: what is handled there and above. */
  division: Type.Optional(DivisionCode),
  level: Type.Optional(Level),
  itemType: Type.Optional(Type.String({ minLength: 2, maxLength: 2 })),
  /** 行政权力事项, 公共服务事项 (guide 二（一）). */
  nature: Type.Optional(Type.Enum(['power', 'publicService'])),
  applicationType: Type.Optional(Type.Enum(['new', 'change', 'renewal', 'cancellation', 'other'])),
  mode: Type.Optional(Type.Enum(['preview', 'verify', 'full', 'counter'])),
  serviceForm: Type.Optional(ServiceForm),
  /** 定点办理, 跨地区通办 (guide 二（七）). */
  range: Type.Optional(Type.Enum(['fixed', 'crossRegion'])),
  caseKind: Type.Optional(CaseKind),
  charged: Type.Optional(Type.Boolean()),
}
export const ItemFilters = Type.Object(itemFilters)
export type ItemFilters = Static<typeof ItemFilters>
export const ItemsQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })), ...itemFilters, ...PageQuery })
export type ItemsQuery = Static<typeof ItemsQuery>

export const FacetName = Type.Enum(['audience', 'theme', 'body', 'itemType', 'mode', 'caseKind', 'applicationType', 'level'])
export type FacetName = Static<typeof FacetName>
export const Facet = Type.Object({
  name: FacetName,
  values: Type.Array(Type.Object({ value: Type.String(), label: Type.String(), count: Type.Integer() })),
})
export type Facet = Static<typeof Facet>

/** `found` counts up to a bound; `more` says that there are at least so many. */
export const ItemsPage = Type.Object({
  items: Type.Array(ItemLine),
  next: Type.Optional(Type.String()),
  found: Type.Object({ count: Type.Integer(), more: Type.Boolean() }),
  facets: Type.Array(Facet),
})
export type ItemsPage = Static<typeof ItemsPage>

export const ThemeCount = Type.Object({
  code: Type.String(),
  name: Type.String(),
  note: Type.Optional(Type.String()),
  count: Type.Integer(),
  items: Type.Array(Type.Object({ implementationCode: ImplementationCode, name: Type.String() })),
})
export type ThemeCount = Static<typeof ThemeCount>
export const DepartmentCount = Type.Object({ bodyCode: BodyCode, name: Type.String(), division: DivisionCode, count: Type.Integer() })
export type DepartmentCount = Static<typeof DepartmentCount>
export const HotItem = Type.Object({ place: Type.Integer(), ...ItemLine.properties })
export type HotItem = Static<typeof HotItem>
export const Suggestion = Type.Object({
  kind: Type.Enum(['item', 'theme', 'department']),
  text: Type.String(),
  segments: Type.Array(Segment),
  key: Type.String(),
})
export type Suggestion = Static<typeof Suggestion>
