import type { Division, DivisionWithPath } from '@yiwang/organisation/contract'
import { type Api, isOk } from '../api.ts'

/** 省 / 市 / 县: one net, seen from where I am. */
export type Place = { code: string; name: string; chosen: boolean }
export type Places = { words: string; here: string; province: Place[]; city: Place[]; county: Place[] }

/** Divisions change a few times a year; asking four times for every page would be waste. */
const kept = new Map<string, { until: number; places: Promise<Places | undefined> }>()
const tenMinutes = 600_000

export async function loadPlaces(api: Api, code: string): Promise<Places> {
  const now = Date.now()
  const known = kept.get(code)
  const places = known && known.until > now ? known.places : surroundings(api, code)
  if (places !== known?.places) kept.set(code, { until: now + tenMinutes, places })
  const found = await places
  if (!found) kept.delete(code)
  if (kept.size > 500) kept.clear()
  return found ?? { words: code, here: code, province: [], city: [], county: [] }
}

async function surroundings(api: Api, code: string): Promise<Places | undefined> {
  const answer = await api.get<DivisionWithPath>(`/divisions/${code}`)
  if (!isOk(answer)) return undefined
  const { path } = answer.body
  const within = path.filter(({ level }) => level !== 'nation')
  const at = (level: Division['level']) => path.find((one) => one.level === level)?.code
  const children = async (parent: string | undefined) => {
    if (!parent) return []
    const list = await api.get<{ items: Division[] }>('/divisions', { query: { parent, limit: 100 } })
    return isOk(list) ? list.body.items : []
  }
  const [provinces, cities, counties] = await Promise.all([children(at('nation')), children(at('province')), children(at('city'))])
  const on = new Set(path.map((one) => one.code))
  const places = (all: readonly Division[]) => all.map(({ code, name }) => ({ code, name, chosen: on.has(code) }))
  return {
    words: within.map(({ name }) => name).join(' '),
    here: within.at(-1)?.name ?? code,
    province: places(provinces),
    city: places(cities),
    county: places(counties),
  }
}
