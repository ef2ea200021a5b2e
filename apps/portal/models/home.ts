import type { HotItem, ItemLine } from '@yiwang/catalogue/contract'
import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import type { CaseRow } from './case-row.ts'
import { dateWords } from './dates.ts'
import { type ItemRow, itemRow } from './item.ts'
import { loadOpenCases } from './my-cases.ts'
import { type Notice, loadNotices } from './notices.ts'

export type Appointment = { what: string; when: string; where: string }
export type Home = { popular: ItemRow[]; notices: Notice[]; cases: CaseRow[]; appointments: Appointment[] }

/** Most used from real use; the signed-in additionally see where their cases stand and what they have booked. */
export async function loadHome(api: Api, place: string, signedIn: boolean, t: Translate, language: Language): Promise<Home> {
  const [popular, notices, cases, appointments] = await Promise.all([
    api.get<HotItem[]>('/hot-items', { query: { division: place, limit: 8 } }),
    loadNotices(api, language, 4),
    signedIn ? loadOpenCases(api, 3, t, language) : [],
    signedIn ? loadAppointments(api, language) : [],
  ])
  const lines: ItemLine[] = isOk(popular) && Array.isArray(popular.body) ? popular.body : []
  return { popular: lines.slice(0, 8).map((item) => itemRow(item, t)), notices, cases, appointments }
}

type ApiAppointment = { itemName: string; date: string; from: string; to: string; hallName: string }

export async function loadAppointments(api: Api, language: Language): Promise<Appointment[]> {
  const answer = await api.get<{ items: ApiAppointment[] }>('/my/appointments', { query: { limit: 3 } })
  if (!isOk(answer)) return []
  return answer.body.items.map(({ itemName, date, from, to, hallName }) => ({
    what: itemName,
    when: `${dateWords(date, language)} ${from}–${to}`,
    where: hallName,
  }))
}
