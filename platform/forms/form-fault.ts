/** One thing wrong with the definition of a form, where, and which rule says so. */
export type FormFault = { path: string; fault: FaultName; detail?: string }
export type FaultName =
  | 'notAnObject'
  | 'tooLarge'
  | 'tooDeep'
  | 'tooManyFields'
  | 'unknownKeyword'
  | 'referenceNotAllowed'
  | 'typeNotAllowed'
  | 'wrongValue'
  | 'nameNotAllowed'
  | 'titleMissing'
  | 'openObject'
  | 'requiredUnknown'
  | 'patternNotSafe'
  | 'formatUnknown'
  | 'maskUnknown'
  | 'groupUnknown'
  | 'conditionUnknown'
  | 'boundsCrossed'
  | 'boundTooLarge'
  | 'choiceRepeated'
  | 'defaultNotAllowed'
  | 'widgetUnknown'
  | 'fieldUnknown'

export const mostFields = 300
export const deepest = 5

/** What a walk over a definition collects and counts. */
export type Inspection = { faults: FormFault[]; fields: number; groups: ReadonlySet<string> }

export function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.trim().length > 0 && value.length <= longest
}

/** What someone wrote, short enough to be shown. */
export function quote(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60)
}
