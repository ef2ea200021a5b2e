import { type Api, isOk } from '../api.ts'
import type { Translate } from '../i18n.ts'
import type { ItemLine } from '@yiwang/catalogue/contract'
import { type ItemRow, itemRow } from './item.ts'

/** 场景导航: a situation in life, a few questions, and then what has to be done and in which order. */
export type LifeEvent = { id: string; title: string; summary: string; href: string }
export type Question = { id: string; text: string; hint?: string; choices: { value: string; label: string }[]; value: string }
export type LifeEventPage = LifeEvent & { questions: Question[]; rows: ItemRow[]; materials: string[]; complete: boolean }

type ApiLifeEvent = { lifeEventId: string; title: string; summary: string }
type ApiLifeEventPage = ApiLifeEvent & {
  questions: { questionId: string; text: string; hint?: string; choices: { value: string; label: string }[] }[]
  items?: ItemLine[]
  materials?: string[]
}

export async function loadLifeEvents(api: Api): Promise<LifeEvent[]> {
  const answer = await api.get<{ lifeEvents: ApiLifeEvent[] }>('/life-events')
  return isOk(answer) ? answer.body.lifeEvents.map(eventOf) : []
}

export async function loadLifeEvent(
  api: Api,
  id: string,
  asked: URLSearchParams,
  place: string,
  t: Translate,
): Promise<LifeEventPage | undefined> {
  const answers = Object.fromEntries([...asked].filter(([name]) => name.startsWith('a.')).map(([name, value]) => [name.slice(2), value]))
  const query = { division: place, ...Object.fromEntries(Object.entries(answers).map(([name, value]) => [`answer.${name}`, value])) }
  const answer = await api.get<ApiLifeEventPage>(`/life-events/${encodeURIComponent(id)}`, { query })
  if (!isOk(answer)) return undefined
  const { questions, items = [], materials = [] } = answer.body
  return {
    ...eventOf(answer.body),
    questions: questions.map(({ questionId, ...rest }) => ({ ...rest, id: questionId, value: answers[questionId] ?? '' })),
    rows: items.map((item) => itemRow(item, t)),
    materials,
    complete: questions.length > 0 && questions.every(({ questionId }) => answers[questionId]),
  }
}

const eventOf = ({ lifeEventId, title, summary }: ApiLifeEvent): LifeEvent => ({
  id: lifeEventId,
  title,
  summary,
  href: `/life-events/${encodeURIComponent(lifeEventId)}`,
})
