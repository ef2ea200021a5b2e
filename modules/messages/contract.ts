/** Shapes of what is told to people, and of the record that it was. */
import { Type, type Static } from 'typebox'

export const Language = Type.Enum(['zh-CN', 'en'])

/** What a message is about: a case, a payment, a waybill … */
export const Subject = Type.Object({
  kind: Type.String({ minLength: 1, maxLength: 30 }),
  key: Type.String({ minLength: 1, maxLength: 100 }),
})
export type Subject = Static<typeof Subject>

/** A message in the personal space (用户空间), in the language of the reader. */
export const Message = Type.Object({
  id: Type.String({ format: 'uuid' }),
  template: Type.String(),
  title: Type.String(),
  text: Type.String(),
  about: Type.Optional(Subject),
  sentAt: Type.String({ format: 'date-time' }),
  readAt: Type.Optional(Type.String({ format: 'date-time' })),
})
export type Message = Static<typeof Message>

/** How somebody wants to be told besides the personal space. Codes and affairs of the account itself always come. */
export const Preferences = Type.Object({ sms: Type.Boolean(), email: Type.Boolean(), language: Language })
export type Preferences = Static<typeof Preferences>

/** Agreement to information that is not about one's own affairs (同意接收推送, guide app. 4). */
export const Consent = Type.Object({ agreed: Type.Boolean(), at: Type.String({ format: 'date-time' }) })
export type Consent = Static<typeof Consent>
export const ConsentInput = Type.Pick(Consent, ['agreed'])
export type ConsentInput = Static<typeof ConsentInput>

export const Channel = Type.Enum(['sms', 'email', 'site'])
export type Channel = Static<typeof Channel>
export const DeliveryState = Type.Enum(['waiting', 'delivered', 'undelivered', 'failed'])
export type DeliveryState = Static<typeof DeliveryState>

/** The record that something was told, and how it went (消息送达记录). The recipient is masked. */
export const Delivery = Type.Object({
  id: Type.String({ format: 'uuid' }),
  channel: Channel,
  template: Type.String(),
  recipient: Type.String(),
  about: Type.Optional(Subject),
  bodyCode: Type.Optional(Type.String()),
  state: DeliveryState,
  attempts: Type.Integer(),
  madeAt: Type.String({ format: 'date-time' }),
  settledAt: Type.Optional(Type.String({ format: 'date-time' })),
})
export type Delivery = Static<typeof Delivery>

export const Attempt = Type.Object({
  number: Type.Integer(),
  at: Type.String({ format: 'date-time' }),
  outcome: Type.Enum(['delivered', 'undelivered', 'refused', 'noAnswer']),
  gatewayId: Type.Optional(Type.String()),
})
export type Attempt = Static<typeof Attempt>
export const DeliveryWithAttempts = Type.Object({ ...Delivery.properties, history: Type.Array(Attempt) })
export type DeliveryWithAttempts = Static<typeof DeliveryWithAttempts>

/** 推送信息: told to all who agreed to hear of such things. */
export const InformationInput = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  text: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
})
export type InformationInput = Static<typeof InformationInput>

export const Information = Type.Object({
  id: Type.String({ format: 'uuid' }),
  ...InformationInput.properties,
  sentAt: Type.String({ format: 'date-time' }),
  /** How many it reached so far, and when it had reached all. */
  reached: Type.Integer(),
  doneAt: Type.Optional(Type.String({ format: 'date-time' })),
})
export type Information = Static<typeof Information>
