/** The words of a case: its stages, decisions, ways and keys. */
import { Type, type Static, type TSchema } from 'typebox'

/** 审查要点: what of the review manual was looked at, in its own words; kept with the step. */
export const PointsChecked = Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), { maxItems: 200 })

export const Moment = Type.String({ format: 'date-time' })

export const Day = Type.String({ format: 'date' })

export const Text = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength })

export const nullable = <T extends TSchema>(shape: T) => Type.Union([shape, Type.Null()])

/** The stages of design/case-lifecycle.md. A draft is not a case yet and has a table of its own. */
export const CaseState = Type.Enum([
  'submitted',
  'correcting',
  'preAccepted',
  'accepted',
  'suspended',
  'decided',
  'completed',
  'delivered',
  'archived',
  'refused',
  'withdrawn',
  'lapsed',
  'aborted',
  'rescinded',
])
export type CaseState = Static<typeof CaseState>

/** 准予, 不予, 转报. */
export const Decision = Type.Enum(['approved', 'denied', 'forwarded'])
export type Decision = Static<typeof Decision>

/** 原件预审, 原件核验, 全程网办. */
export const OnlineMode = Type.Enum(['preview', 'verify', 'full'])
export type OnlineMode = Static<typeof OnlineMode>

export const Channel = Type.Enum(['portal', 'phone', 'kiosk', 'counter', 'api', 'hotline'])
export type Channel = Static<typeof Channel>

/** How a material came: from the licence library, uploaded, on paper at the counter, known to a register, or promised for later (容缺). */
export const MaterialSource = Type.Enum(['licence', 'upload', 'paper', 'register', 'deferred'])
export type MaterialSource = Static<typeof MaterialSource>

export const CaseKey = Type.Object({ caseNumber: Text(40) })

export const CaseFileKey = Type.Object({ caseNumber: Text(40), id: Type.String({ format: 'uuid' }) })
