import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false }
const Number64 = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })
const Moment = Type.String({ format: 'date-time' })
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

export const Party = Type.Object(
  {
    name: text(60),
    phone: Type.String({ pattern: '^[0-9+-]{5,20}$' }),
    divisionCode: Type.String({ pattern: '^[0-9]{6}$' }),
    address: text(200),
  },
  closed,
)

/** 递送单: materials on their way to the hall (pickUp), or a result on its way to the applicant (delivery). */
export const NewWaybill = Type.Object(
  {
    merchantWaybillNo: Number64,
    kind: Type.Enum(['pickUp', 'delivery']),
    sender: Party,
    recipient: Party,
    goods: text(200),
    weightGrams: Type.Optional(Type.Integer({ minimum: 1, maximum: 30_000 })),
    payer: Type.Enum(['sender', 'recipient', 'merchant']),
    paymentOrderNo: Type.Optional(Number64),
    notifyUrl: Type.String({ format: 'uri', maxLength: 2000 }),
  },
  closed,
)
export type NewWaybill = Static<typeof NewWaybill>

export const WaybillState = Type.Enum(['accepted', 'pickedUp', 'inTransit', 'outForDelivery', 'signed', 'returned', 'lost', 'cancelled'])
export type WaybillState = Static<typeof WaybillState>

export const WaybillEvent = Type.Object({
  sequence: Type.Integer(),
  state: WaybillState,
  at: Moment,
  place: Type.String(),
  remark: Type.String(),
  signedBy: Type.Optional(Type.String()),
})
export type WaybillEvent = Static<typeof WaybillEvent>

export const Waybill = Type.Object({
  waybillNo: Type.String(),
  merchantWaybillNo: Type.String(),
  kind: Type.Enum(['pickUp', 'delivery']),
  state: WaybillState,
  fee: Type.Integer(),
  payer: Type.Enum(['sender', 'recipient', 'merchant']),
  courier: Type.Object({ name: Type.String(), phone: Type.String() }),
  createdAt: Moment,
  events: Type.Array(WaybillEvent),
})
export type Waybill = Static<typeof Waybill>
export type KeptWaybill = Waybill & { merchantId: string; asked: NewWaybill }

export const WaybillKey = Type.Object({ merchantWaybillNo: Number64 })
export const PushInput = Type.Object({ state: WaybillState }, closed)
