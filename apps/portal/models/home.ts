import { type Api, isOk } from '../api.ts'
import type { Language, Translate } from '../i18n.ts'
import { type ApiCaseSummary, type CaseRow, caseRow } from './case-row.ts'
import { dateWords } from './dates.ts'
import { type ApiItem, type ItemRow, itemRow } from './item.ts'
import { type Notice, loadNotices } from './notices.ts'

export type Home = {
  popular: ItemRow[]
  notices: Notice[]
  cases: CaseRow[]
  appointments: { what: string; when: string; where: string }[]
}

/** Most used from real use; the signed-in additionally see where their cases stand and what they have booked. */
export async function loadHome(api: Api, place: string, signedIn: boolean, t: Translate, language: Language): Promise<Home> {
  const [popular, notices, cases, appointments] = await Promise.all([
    api.get<{ items: ApiItem[] }>('/items/popular', { query: { division: place, limit: 8 } }),
    loadNotices(api, language, 4),
    signedIn ? api.get<{ cases: ApiCaseSummary[] }>('/me/cases', { query: { open: true, limit: 3 } }) : undefined,
    signedIn ? api.get<{ appointments: ApiAppointment[] }>('/me/appointments', { query: { limit: 2 } }) : undefined,
  ])
  return {
    popular: isOk(popular) ? popular.body.items.slice(0, 8).map((item) => itemRow(item, t)) : [],
    notices,
    cases: cases && isOk(cases) ? cases.body.cases.map((one) => caseRow(one, t, language)) : [],
    appointments: appointments && isOk(appointments) ? appointments.body.appointments.map((one) => appointmentWords(one, language)) : [],
  }
}

type ApiAppointment = { itemName: string; date: string; from: string; to: string; hallName: string }

const appointmentWords = ({ itemName, date, from, to, hallName }: ApiAppointment, language: Language) => ({
  what: itemName,
  when: `${dateWords(date, language)} ${from}–${to}`,
  where: hallName,
})
