import type { Appointment, BookableDays, BookableHall } from '@yiwang/hall/contract'
import type { IconName } from '@yiwang/ui/icons'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { dateWords } from './dates.ts'
import { type FormErrors, errorsOf, hasErrors, missing, textOf } from './form-errors.ts'

/** 网上预约 (五（一）2（4）②): where, at which counter, on which day and at what time. */
export type Booking = { halls: BookableHall[]; hall?: BookableHall; days: BookableDays['days'] }

export async function loadBooking(api: Api, code: string, wanted: string | null): Promise<Booking> {
  const item = encodeURIComponent(code)
  const answer = await api.get<{ items: BookableHall[] }>(`/items/${item}/halls`, { query: { limit: 100 } })
  const halls = isOk(answer) ? answer.body.items : []
  const hall = halls.find(({ hallId }) => hallId === wanted) ?? (halls.length === 1 ? halls[0] : undefined)
  if (!hall) return { halls, days: [] }
  const free = await api.get<BookableDays>(`/items/${item}/halls/${hall.hallId}/days`)
  return { halls, hall, days: isOk(free) ? free.body.days : [] }
}

/** @returns the number of the appointment, or what is in the way */
export async function book(
  api: Api,
  code: string,
  hallId: string,
  form: FormData,
  t: Translate,
): Promise<{ number?: string; errors: FormErrors }> {
  const errors = missing(form, { counterId: t('book.needCounter'), slot: t('book.needSlot') })
  if (hasErrors(errors)) return { errors }
  const [day = '', begins = ''] = textOf(form, 'slot').split(' ')
  const body = { implementationCode: code, hallId, counterId: textOf(form, 'counterId'), day, begins }
  const answer = await api.post<Appointment>('/my/appointments', { body })
  if (isOk(answer)) return { number: answer.body.number, errors: { fields: {} } }
  const slot = 'slot'
  const about = { 'appointment.full': slot, 'appointment.dayOutside': slot, 'appointment.noSuchSlot': slot }
  return { errors: errorsOf(answer, t, { ...about, 'appointment.counterDoesNotFit': 'counterId' }) }
}

export type MyAppointment = {
  number: string
  href: string
  item: string
  when: string
  hall: string
  counter: string
  state: { word: string; icon: IconName; tone: 'blue' | 'green' | 'amber' | 'plain' }
  reason: string
  cancellable: boolean
}

const looks = {
  booked: { icon: 'calendar', tone: 'blue' },
  confirmed: { icon: 'done', tone: 'green' },
  ticketed: { icon: 'clock', tone: 'blue' },
  served: { icon: 'done', tone: 'green' },
  missed: { icon: 'warning', tone: 'amber' },
  unserved: { icon: 'warning', tone: 'amber' },
  cancelled: { icon: 'close', tone: 'plain' },
} as const satisfies Record<Appointment['state'], Pick<MyAppointment['state'], 'icon' | 'tone'>>

export const appointmentHref = (number: string): string => `/my/appointments/${encodeURIComponent(number)}`

const shown = (one: Appointment, t: Translate, language: Language): MyAppointment => ({
  number: one.number,
  href: appointmentHref(one.number),
  item: one.itemName,
  when: `${dateWords(one.day, language)} ${one.begins}–${one.ends}`,
  hall: one.hallName,
  counter: one.counter,
  state: { word: t(`appointmentState.${one.state}`), ...looks[one.state] },
  reason: one.cancelReason ?? '',
  cancellable: one.cancellable,
})

export async function loadAppointments(
  api: Api,
  after: string | null,
  t: Translate,
  language: Language,
): Promise<{ appointments: MyAppointment[]; next?: string }> {
  const answer = await api.get<{ items: Appointment[]; next?: string }>('/my/appointments', {
    query: { limit: 20, ...(after && { after }) },
  })
  if (!isOk(answer)) return { appointments: [] }
  const { items, next } = answer.body
  return { appointments: items.map((one) => shown(one, t, language)), ...(next && { next: `?after=${encodeURIComponent(next)}` }) }
}

export async function loadAppointment(api: Api, number: string, t: Translate, language: Language): Promise<MyAppointment | undefined> {
  const answer = await api.get<Appointment>(`/my/appointments/${encodeURIComponent(number)}`)
  return isOk(answer) ? shown(answer.body, t, language) : undefined
}

export async function cancelAppointment(api: Api, number: string, t: Translate): Promise<FormErrors> {
  const answer = await api.post(`/my/appointments/${encodeURIComponent(number)}/cancellation`)
  return isOk(answer) ? { fields: {} } : errorsOf(answer, t)
}
