/** Shapes of who governs where and who works there. */
import { Type, type Static } from 'typebox'

const Name = Type.String({ minLength: 1, maxLength: 100 })
const Phone = Type.String({ minLength: 3, maxLength: 40, pattern: '^[0-9+() ,;、－-]+$' })
const Text = Type.String({ minLength: 1, maxLength: 200 })
const Key = Type.String({ pattern: '^[a-z][A-Za-z0-9-]{1,39}$' })
export const BodyCode = Type.String({ minLength: 18, maxLength: 18 })
export const DivisionCode = Type.String({ pattern: '^([0-9]{6}|[0-9]{9}|[0-9]{12})$' })

export const DivisionLevel = Type.Enum(['nation', 'province', 'city', 'county', 'township', 'village'])

/** An administrative division (行政区划): six digits down to the county, nine for a township, twelve for a village. */
export const Division = Type.Object({
  code: DivisionCode,
  name: Name,
  level: DivisionLevel,
  parent: Type.Optional(DivisionCode),
})
export type Division = Static<typeof Division>

/** With everything around it, from the nation inwards. */
export const DivisionWithPath = Type.Object({ ...Division.properties, path: Type.Array(Division) })
export type DivisionWithPath = Static<typeof DivisionWithPath>

export const DivisionInput = Type.Object({ code: DivisionCode, name: Name })
export type DivisionInput = Static<typeof DivisionInput>

/**
 * What an implementing body is in law (实施机构的主体种类, guide 引言): a people's government, a department of it, an agency managed by a
 * department, a unit or organisation authorised by law, a party body with administrative functions, an enterprise with public-service functions.
 */
export const BodyKind = Type.Enum(['government', 'department', 'departmentAgency', 'authorised', 'party', 'publicService'])
export type BodyKind = Static<typeof BodyKind>

/** Besides its own items a body may run the platform (政务服务管理机构), keep the directory (编制, 法制), or supervise (监察). */
export const BodyDuty = Type.Enum(['administration', 'establishment', 'legal', 'supervision'])
export type BodyDuty = Static<typeof BodyDuty>

/** Whether its cases are examined here or in a system of its own (业务办理系统合并或独立, guide 二). */
export const BuildMode = Type.Enum(['merged', 'separate'])

const bodyDetails = {
  shortName: Type.Optional(Name),
  parent: Type.Optional(BodyCode),
  duties: Type.Optional(Type.Array(BodyDuty, { uniqueItems: true })),
  buildMode: Type.Optional(BuildMode),
  address: Type.Optional(Text),
  phone: Type.Optional(Phone),
  complaintPhone: Type.Optional(Phone),
}

/** An implementing body (实施机构), keyed by its unified social credit code. */
export const Body = Type.Object({
  code: BodyCode,
  name: Name,
  kind: BodyKind,
  division: DivisionCode,
  ...bodyDetails,
  duties: Type.Array(BodyDuty),
  buildMode: BuildMode,
  state: Type.Enum(['active', 'retired']),
  successor: Type.Optional(BodyCode),
})
export type Body = Static<typeof Body>

export const BodyInput = Type.Object({ code: BodyCode, name: Name, kind: BodyKind, division: DivisionCode, ...bodyDetails })
export type BodyInput = Static<typeof BodyInput>

export const BodyChange = Type.Object({ name: Type.Optional(Name), kind: Type.Optional(BodyKind), ...bodyDetails }, { minProperties: 1 })
export type BodyChange = Static<typeof BodyChange>

export const RetireInput = Type.Object({ successor: Type.Optional(BodyCode) })
export type RetireInput = Static<typeof RetireInput>

export const Department = Type.Object({
  id: Type.String({ format: 'uuid' }),
  bodyCode: BodyCode,
  name: Name,
  parent: Type.Optional(Type.String({ format: 'uuid' })),
})
export type Department = Static<typeof Department>
export const DepartmentInput = Type.Object({ name: Name, parent: Type.Optional(Type.String({ format: 'uuid' })) })
export type DepartmentInput = Static<typeof DepartmentInput>

/** A post (岗位): what somebody there has to do; steps of a flow name posts, not people. */
export const Post = Type.Object({ bodyCode: BodyCode, code: Key, name: Name, duty: Text })
export type Post = Static<typeof Post>
export const PostInput = Type.Object({ code: Key, name: Name, duty: Text })
export type PostInput = Static<typeof PostInput>

/** A service hall (政务大厅), a convenience point (便民服务点) or an agency point in a village (村级代办点). */
export const HallKind = Type.Enum(['hall', 'convenience', 'agency'])

const hallDetails = {
  address: Text,
  phone: Type.Optional(Phone),
  openingHours: Text,
  longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
}

export const Hall = Type.Object({
  id: Type.String({ format: 'uuid' }),
  name: Name,
  kind: HallKind,
  division: DivisionCode,
  bodyCode: BodyCode,
  ...hallDetails,
  state: Type.Enum(['open', 'closed']),
})
export type Hall = Static<typeof Hall>
export const HallInput = Type.Object({ name: Name, kind: HallKind, division: DivisionCode, bodyCode: BodyCode, ...hallDetails })
export type HallInput = Static<typeof HallInput>
export const HallChange = Type.Object(
  { ...Type.Partial(Type.Object({ name: Name, ...hallDetails })).properties, state: Type.Optional(Hall.properties.state) },
  { minProperties: 1 },
)
export type HallChange = Static<typeof HallChange>

/** One-stop (综合窗口), of one body, for registration (注册专设窗口), or for picking up (发件). */
export const CounterKind = Type.Enum(['oneStop', 'body', 'registration', 'pickUp'])
export const Counter = Type.Object({
  id: Type.String({ format: 'uuid' }),
  hallId: Type.String({ format: 'uuid' }),
  number: Type.String({ minLength: 1, maxLength: 20 }),
  name: Name,
  kind: CounterKind,
  bodyCode: Type.Optional(BodyCode),
  state: Type.Enum(['open', 'closed']),
})
export type Counter = Static<typeof Counter>
export const CounterInput = Type.Pick(Counter, ['number', 'name', 'kind', 'bodyCode'])
export type CounterInput = Static<typeof CounterInput>

/** The hall as people look for it: with its counters. */
export const HallWithCounters = Type.Object({ ...Hall.properties, counters: Type.Array(Counter) })
export type HallWithCounters = Static<typeof HallWithCounters>

const Keys = Type.Array(Key, { uniqueItems: true, maxItems: 30 })
const Qualifications = Type.Array(Text, { uniqueItems: true, maxItems: 30 })

/** A member of staff (政府工作人员). Signing in is the affair of identity. */
export const Staff = Type.Object({
  id: Type.String({ format: 'uuid' }),
  staffNumber: Type.String({ pattern: '^[A-Za-z0-9-]{2,30}$' }),
  name: Name,
  bodyCode: BodyCode,
  division: DivisionCode,
  departmentId: Type.Optional(Type.String({ format: 'uuid' })),
  posts: Keys,
  /** What he was trained and examined in (政务服务人员资格要求, guide 四（二）3（2）). */
  qualifications: Qualifications,
  enabled: Type.Boolean(),
  disabledReason: Type.Optional(Text),
})
export type Staff = Static<typeof Staff>
export const StaffInput = Type.Object({
  staffNumber: Staff.properties.staffNumber,
  name: Name,
  bodyCode: BodyCode,
  departmentId: Type.Optional(Type.String({ format: 'uuid' })),
  posts: Type.Optional(Keys),
  qualifications: Type.Optional(Qualifications),
})
export type StaffInput = Static<typeof StaffInput>
export const StaffChange = Type.Partial(Type.Omit(StaffInput, ['staffNumber', 'bodyCode']), { minProperties: 1 })
export type StaffChange = Static<typeof StaffChange>
export const DisableStaffInput = Type.Object({ reason: Text })
export type DisableStaffInput = Static<typeof DisableStaffInput>

/** The three separated administrators (系统管理员, 安全管理员, 审计管理员; GB/T 22239 三权分立). */
export const Administrator = Type.Enum(['system', 'security', 'audit'])
export type Administrator = Static<typeof Administrator>

export const Role = Type.Object({
  code: Key,
  name: Name,
  permissions: Type.Array(Type.String({ pattern: '^[a-z][A-Za-z]*\\.[a-zA-Z][A-Za-z]*$' }), { uniqueItems: true, maxItems: 500 }),
  administers: Type.Optional(Administrator),
})
export type Role = Static<typeof Role>
export const RoleInput = Type.Omit(Role, ['code'])
export type RoleInput = Static<typeof RoleInput>

/** What a role reaches in the hands of one member of staff. Without bodies and divisions it is his own body. */
export const RoleScope = Type.Object({
  bodies: Type.Optional(Type.Array(BodyCode, { minItems: 1, maxItems: 500, uniqueItems: true })),
  divisions: Type.Optional(Type.Array(DivisionCode, { minItems: 1, maxItems: 100, uniqueItems: true })),
  items: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { minItems: 1, maxItems: 500, uniqueItems: true })),
})
export type RoleScope = Static<typeof RoleScope>
export const GrantRoleInput = Type.Object({ role: Key, ...RoleScope.properties })
export type GrantRoleInput = Static<typeof GrantRoleInput>
export const StaffRole = Type.Object({ role: Key, ...RoleScope.properties })
export type StaffRole = Static<typeof StaffRole>

export const StaffWithRoles = Type.Object({ ...Staff.properties, roles: Type.Array(StaffRole) })
export type StaffWithRoles = Static<typeof StaffWithRoles>

/** What can be put into a role. */
export const PermissionEntry = Type.Object({ code: Type.String(), name: Type.String(), administrator: Type.Optional(Administrator) })
export type PermissionEntry = Static<typeof PermissionEntry>

const Days = Type.Array(Type.Tuple([Type.String({ format: 'date' }), Type.String({ maxLength: 20 })]), { maxItems: 60 })

/** One year of the holiday notice (部分节假日安排的通知): days off, workdays moved to weekends, and the number of workdays as a check. */
export const CalendarYear = Type.Object({
  notice: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 5 }),
  off: Days,
  work: Days,
  workdays: Type.Integer({ minimum: 200, maximum: 300 }),
})
export type CalendarYear = Static<typeof CalendarYear>
export const PublishedCalendar = Type.Object({ year: Type.Integer(), version: Type.Integer(), calendar: Type.String() })
export type PublishedCalendar = Static<typeof PublishedCalendar>

/** The days off of one year, and how far the calendar is known. */
export const CalendarSpan = Type.Object({
  version: Type.String(),
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
  off: Type.Array(Type.Object({ day: Type.String({ format: 'date' }), holiday: Type.Optional(Type.String()) })),
})
export type CalendarSpan = Static<typeof CalendarSpan>
