import { Type, type Static } from 'typebox'
import { pageOf } from '@yiwang/kernel/contract'

export const WaybillState = Type.Enum([
  'asked',
  'refused',
  'accepted',
  'pickedUp',
  'inTransit',
  'outForDelivery',
  'signed',
  'returned',
  'lost',
  'cancelled',
])
export type WaybillState = Static<typeof WaybillState>

export const Party = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60 }),
  phone: Type.String({ minLength: 3, maxLength: 20 }),
  division: Type.String({ pattern: '^\\d{6}$' }),
  address: Type.String({ minLength: 1, maxLength: 200 }),
})
export type Party = Static<typeof Party>

/** As its owner and the counter see it; whose it is stands in the case. */
export const Waybill = Type.Object({
  number: Type.String(),
  subject: Type.Object({ kind: Type.String(), key: Type.String() }),
  direction: Type.Enum(['pickUp', 'delivery']),
  goods: Type.String(),
  state: WaybillState,
  courierNumber: Type.Optional(Type.String()),
  feeFen: Type.Optional(Type.Integer()),
  /** Why the courier did not take it, in its own words. */
  refusedWhy: Type.Optional(Type.String()),
  orderedAt: Type.String({ format: 'date-time' }),
  movements: Type.Array(
    Type.Object({ state: WaybillState, place: Type.String(), remark: Type.String(), at: Type.String({ format: 'date-time' }) }),
  ),
})
export type Waybill = Static<typeof Waybill>
export const WaybillPage = pageOf(Waybill)

export const CourierCallback = Type.Object(
  {
    event: Type.Literal('waybill.moved'),
    callbackId: Type.String({ minLength: 1, maxLength: 100 }),
    waybillNo: Type.String({ maxLength: 64 }),
    merchantWaybillNo: Type.String({ minLength: 1, maxLength: 64 }),
    sequence: Type.Integer({ minimum: 1, maximum: 1000 }),
    state: WaybillState,
    at: Type.String({ format: 'date-time' }),
    place: Type.String({ maxLength: 200 }),
    remark: Type.String({ maxLength: 500 }),
    signedBy: Type.Optional(Type.String({ maxLength: 60 })),
  },
  { additionalProperties: true },
)
export type CourierCallback = Static<typeof CourierCallback>
