import { Type, type Static } from 'typebox'
import type { Book, Books } from './books.ts'

export const ModeName = Type.Enum([
  // any service
  'slow',
  'failing',
  'halfOpen',
  // payments
  'callbackLost',
  'callbackDoubled',
  'callbackEarly',
  'callbackLate',
  'callbackWrongAmount',
  'callbackForged',
  'paymentCrossesClosure',
  'refundRefused',
  'statementMissing',
  'statementExtra',
  'statementWrongAmount',
  // courier
  'callbackReplayed',
  'callbackOutOfOrder',
  'callbackOtherWaybill',
  'automatic',
  'noCourier',
  'waybillRefused',
  // messages
  'undelivered',
])
export type ModeName = Static<typeof ModeName>

export const ModeService = Type.Enum(['registers', 'checks', 'messages', 'payments', 'courier', 'ca'])
export type ModeService = Static<typeof ModeService>

export const ModeSetting = Type.Object(
  {
    service: ModeService,
    mode: ModeName,
    /** Switched off again with false. */
    on: Type.Optional(Type.Boolean()),
    /** How often it strikes before it goes away by itself; without it, until switched off. */
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    seconds: Type.Optional(Type.Number({ minimum: 0, maximum: 864_000 })),
  },
  { additionalProperties: false },
)
export type ModeSetting = Static<typeof ModeSetting>

export type Modes = {
  set(setting: ModeSetting): void
  clear(): void
  list(): ModeSetting[]
  /** Is the mode on, without using it up? */
  peek(service: ModeService, mode: ModeName): ModeSetting | undefined
  /** Is the mode on? Counts as one strike. */
  strike(service: ModeService, mode: ModeName): ModeSetting | undefined
  secondsOf(setting: ModeSetting): number
}

const usualSeconds: Partial<Record<ModeName, number>> = { slow: 30, callbackLate: 86_400, callbackReplayed: 60, automatic: 60 }

/** Faults to order (the rows of the reliability tables about the outside world). */
export function openModes(books: Books): Modes {
  const book: Book<ModeSetting> = books.open('modes')
  const keyOf = (service: ModeService, mode: ModeName): string => `${service}/${mode}`
  const peek = (service: ModeService, mode: ModeName): ModeSetting | undefined => {
    const found = book.get(keyOf(service, mode))
    return found?.on === false ? undefined : found
  }
  return {
    peek,
    set: (setting) => book.put(keyOf(setting.service, setting.mode), { on: true, ...setting }),
    list: () => book.list().filter((setting) => setting.on !== false),
    clear: () => book.list().forEach((setting) => book.put(keyOf(setting.service, setting.mode), { ...setting, on: false })),
    strike(service, mode) {
      const found = peek(service, mode)
      if (found?.times !== undefined) {
        const left = found.times - 1
        book.put(keyOf(service, mode), left === 0 ? { ...found, on: false } : { ...found, times: left })
      }
      return found
    },
    secondsOf: (setting) => setting.seconds ?? usualSeconds[setting.mode] ?? 0,
  }
}
