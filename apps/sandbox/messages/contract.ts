import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false }
const MessageId = Type.String({ pattern: '^[A-Za-z0-9._:-]{1,64}$' })

export const Sms = Type.Object(
  {
    messageId: MessageId,
    to: Type.String({ pattern: '^1[0-9]{10}$' }),
    text: Type.String({ minLength: 1, maxLength: 1000 }),
    sender: Type.Optional(Type.String({ maxLength: 40 })),
  },
  closed,
)
export type Sms = Static<typeof Sms>

export const Email = Type.Object(
  {
    messageId: MessageId,
    to: Type.String({ pattern: '^[^@\\s,;<>"]{1,64}@[^@\\s,;<>"]{1,190}$' }),
    subject: Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n]*$' }),
    text: Type.String({ minLength: 1, maxLength: 20_000 }),
  },
  closed,
)
export type Email = Static<typeof Email>

export const Receipt = Type.Object({
  messageId: Type.String(),
  gatewayId: Type.String(),
  acceptedAt: Type.String({ format: 'date-time' }),
  state: Type.Enum(['delivered', 'undelivered']),
})
export type Receipt = Static<typeof Receipt>

/** What lies in the inbox. */
export const InboxMessage = Type.Object({
  kind: Type.Enum(['sms', 'email']),
  ...Receipt.properties,
  to: Type.String(),
  sender: Type.Optional(Type.String()),
  subject: Type.Optional(Type.String()),
  text: Type.String(),
})
export type InboxMessage = Static<typeof InboxMessage>
