import { Type, type Static } from 'typebox'
import { BodyCode, DivisionCode, Key, Moment, text } from './words.ts'

/** A form revision: JSON Schema in the dialect of @yiwang/forms. */
export const FormDefinition = Type.Object({
  key: Key,
  version: Type.Integer({ minimum: 1 }),
  name: text(200),
  schema: Type.Record(Type.String(), Type.Unknown()),
})
export type FormDefinition = Static<typeof FormDefinition>
export const FormInput = Type.Object({ name: text(200), schema: FormDefinition.properties.schema })
export type FormInput = Static<typeof FormInput>

export const FlowState = Type.Enum(['proposed', 'approved', 'returned'])

/** A flow revision: BPMN, checked at deployment, in use once the administration of the same level has agreed (guide 四（二）5（2）). */
export const Flow = Type.Object({
  key: Key,
  version: Type.Integer({ minimum: 1 }),
  name: Type.String(),
  state: FlowState,
  bodyCode: BodyCode,
  division: DivisionCode,
  deployedBy: Type.String(),
  deployedAt: Moment,
  reviewedBy: Type.Optional(Type.String()),
  opinion: Type.Optional(Type.String()),
})
export type Flow = Static<typeof Flow>
export const FlowInput = Type.Object({ bodyCode: BodyCode, bpmn: Type.String({ minLength: 1, maxLength: 500_000 }) })
export type FlowInput = Static<typeof FlowInput>
