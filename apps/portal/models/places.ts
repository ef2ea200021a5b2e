import { type Api, isOk } from '../api.ts'

/** 省 / 市 / 县: one net, seen from where I am. */
export type Place = { code: string; name: string; chosen: boolean }
export type Places = { words: string; here: string; province: Place[]; city: Place[]; county: Place[] }
type ApiDivision = { code: string; name: string }
type ApiPlaces = { path: ApiDivision[]; provinces: ApiDivision[]; cities: ApiDivision[]; counties: ApiDivision[] }

export async function loadPlaces(api: Api, code: string): Promise<Places> {
  const answer = await api.get<ApiPlaces>(`/divisions/${code}/surroundings`)
  if (!isOk(answer)) return { words: code, here: code, province: [], city: [], county: [] }
  const { path, provinces, cities, counties } = answer.body
  const on = new Set(path.map((one) => one.code))
  const places = (all: ApiDivision[]) => all.map((one) => ({ ...one, chosen: on.has(one.code) }))
  return {
    words: path.map(({ name }) => name).join(' '),
    here: path.at(-1)?.name ?? code,
    province: places(provinces),
    city: places(cities),
    county: places(counties),
  }
}
