import type { ApiItem } from '../models/item.ts'
import { organisationThemes, personThemes } from '../models/themes.ts'
import type { DevRoute } from './dev-api.ts'
import { type DevItem, devItems } from './items.ts'

const popular = ['idcard-renew', 'medical-remote', 'passport', 'company-register', 'food-business', 'fund-withdraw', 'household-birth', 'driver-renew']
const rank = (id: string) => (popular.includes(id) ? popular.indexOf(id) : 99)
const summary = (item: DevItem): ApiItem => item

function matches(item: DevItem, query: Record<string, string>): boolean {
  const words = (query['q'] ?? '').split(/\s+/).filter(Boolean)
  const text = [item.name, item.summary, item.bodyName, ...item.materials.map(({ name }) => name)].join(' ')
  const found = words.every((word) => text.includes(word) || [...word].every((sign) => item.name.includes(sign)))
  return found && Object.entries(valuesOf(item)).every(([name, values]) => !query[name] || values.includes(query[name]))
}

const valuesOf = (item: DevItem): Record<string, string[]> => ({
  audience: item.audience,
  theme: item.themes,
  body: [item.bodyName],
  itemType: [item.itemType],
  onlineMode: [item.onlineMode ?? 'counter'],
})

function facets(items: DevItem[]) {
  return ['audience', 'onlineMode', 'itemType', 'body', 'theme'].map((name) => {
    const counts = new Map<string, number>()
    for (const item of items) for (const value of valuesOf(item)[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
    return { name, values: [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count) }
  })
}

export const catalogueRoutes: DevRoute[] = [
  [
    'GET',
    /^\/items$/,
    ({ query }) => {
      const all = devItems.filter((item) => matches(item, query))
      const from = Number(query['cursor'] ?? 0)
      const next = from + 10 < all.length ? { nextCursor: String(from + 10) } : {}
      const related = query['q'] ? ['居民身份证换领', '居住证申领', '营业执照'] : []
      return { body: { items: all.slice(from, from + 10).map(summary), found: { count: all.length, more: false }, facets: facets(all), related, ...next } }
    },
  ],
  ['GET', /^\/items\/popular$/, () => ({ body: { items: [...devItems].sort((a, b) => rank(a.id) - rank(b.id)).slice(0, 8) } })],
  ['GET', /^\/items\/(\w{24})$/, ({ params }) => {
    const body = devItems.find((item) => item.implementationCode === params[0])
    return body ? { body } : { status: 404 }
  }],
  [
    'GET',
    /^\/themes$/,
    ({ query }) => {
      const names = query['audience'] === 'person' ? personThemes : organisationThemes
      const themes = names.map((theme) => {
        const items = devItems.filter((item) => item.themes.includes(theme) && item.audience.includes(query['audience'] as 'person'))
        return { theme, count: items.length, items: items.slice(0, 3) }
      })
      return { body: { themes } }
    },
  ],
]
