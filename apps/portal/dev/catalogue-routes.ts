import type { ItemLine } from '@yiwang/catalogue/contract'
import { corporateThemes, findItemType, nameOfCode, personThemes } from '@yiwang/standards'
import type { DevRoute } from './dev-api.ts'
import { foodForm } from './food-form.ts'
import { type DevItem, devItems, lineOf } from './items.ts'

const popular = [
  'idcard-renew',
  'medical-remote',
  'passport',
  'company-register',
  'food-business',
  'fund-withdraw',
  'household-birth',
  'driver-renew',
]
const rank = (id: string) => (popular.includes(id) ? popular.indexOf(id) : 99)

function matches(item: DevItem, query: Record<string, string>): boolean {
  const words = (query['q'] ?? '').split(/\s+/).filter(Boolean)
  const text = [item.name, item.summary, item.bodyName, ...item.materials.map(({ name }) => name)].join(' ')
  const found = words.every((word) => text.includes(word) || [...word].every((sign) => item.name.includes(sign)))
  return found && Object.entries(valuesOf(item)).every(([name, values]) => !query[name] || values.includes(query[name]))
}

const valuesOf = (item: DevItem): Record<string, string[]> => ({
  audience: item.audiences,
  theme: item.themes,
  body: [item.bodyCode],
  itemType: [item.itemType],
  mode: [item.onlineMode ?? 'counter'],
})

const labels: Record<string, string> = {
  person: '个人',
  organisation: '法人',
  full: '可全程网办',
  verify: '领证时核验原件',
  preview: '网上预审',
  counter: '窗口办理',
}
const labelOf = (name: string, value: string, item: DevItem) =>
  name === 'body'
    ? item.bodyName
    : name === 'itemType'
      ? (findItemType(value)?.name ?? value)
      : name === 'theme'
        ? (nameOfCode(personThemes, value) ?? nameOfCode(corporateThemes, value) ?? value)
        : (labels[value] ?? value)

function facets(items: DevItem[]) {
  return ['audience', 'mode', 'itemType', 'body', 'theme'].map((name) => {
    const counts = new Map<string, { label: string; count: number }>()
    for (const item of items)
      for (const value of valuesOf(item)[name] ?? [])
        counts.set(value, { label: labelOf(name, value, item), count: (counts.get(value)?.count ?? 0) + 1 })
    return { name, values: [...counts].map(([value, rest]) => ({ value, ...rest })).sort((a, b) => b.count - a.count) }
  })
}

function marked(line: ItemLine, q: string): ItemLine {
  const at = q ? line.name.indexOf(q) : -1
  if (at < 0) return line
  const pieces = [
    { text: line.name.slice(0, at), match: false },
    { text: q, match: true },
    { text: line.name.slice(at + q.length), match: false },
  ]
  return { ...line, nameSegments: pieces.filter(({ text }) => text) }
}

const byCode = (code: string | undefined) => devItems.find((item) => item.implementationCode === code)

export const catalogueRoutes: DevRoute[] = [
  [
    'GET',
    /^\/items$/,
    ({ query }) => {
      const all = devItems.filter((item) => matches(item, query))
      const from = Number(query['after'] ?? 0)
      const items = all.slice(from, from + 10).map((item) => marked(lineOf(item), query['q'] ?? ''))
      return {
        body: {
          items,
          found: { count: all.length, more: false },
          facets: facets(all),
          ...(from + 10 < all.length && { next: String(from + 10) }),
        },
      }
    },
  ],
  [
    'GET',
    /^\/hot-items$/,
    () => ({
      body: [...devItems]
        .sort((a, b) => rank(a.id) - rank(b.id))
        .slice(0, 8)
        .map(lineOf),
    }),
  ],
  ['GET', /^\/items\/(\w{34})$/, ({ params }) => (byCode(params[0]) ? { body: byCode(params[0]) } : { status: 404 })],
  ['GET', /^\/items\/(\w{34})\/form$/, ({ params }) => (byCode(params[0])?.form ? { body: { schema: foodForm } } : { status: 404 })],
  [
    'GET',
    /^\/items\/(\w{34})\/revisions$/,
    () => ({
      body: [
        { version: 3, effectiveOn: '2026-02-11', updateKind: 'change', reason: '承诺办结时限缩短', changed: ['committedLimit'] },
        { version: 2, effectiveOn: '2025-07-01', updateKind: 'change', reason: '一份材料改为免提交', changed: ['materials'] },
      ],
    }),
  ],
  [
    'GET',
    /^\/themes$/,
    ({ query }) => ({
      body: (query['audience'] === 'person' ? personThemes : corporateThemes).entries.map(({ code, name }) => {
        const items = devItems.filter((item) => item.themes.includes(code))
        return { code, name, count: items.length, items: items.slice(0, 4) }
      }),
    }),
  ],
  [
    'GET',
    /^\/departments$/,
    () => {
      const counts = new Map<string, { bodyCode: string; name: string; division: string; count: number }>()
      for (const { bodyCode, bodyName, division } of devItems)
        counts.set(bodyCode, { bodyCode, name: bodyName, division, count: (counts.get(bodyCode)?.count ?? 0) + 1 })
      return { body: [...counts.values()].sort((a, b) => b.count - a.count) }
    },
  ],
  [
    'GET',
    /^\/bodies\/(\w{18})$/,
    ({ params }) => {
      const found = devItems.find(({ bodyCode }) => bodyCode === params[0])
      return found
        ? {
            body: {
              code: params[0],
              name: found.bodyName,
              address: '杭州市西湖区文三路 478 号',
              phone: '0571-12345',
              complaintPhone: '12345',
            },
          }
        : { status: 404 }
    },
  ],
  [
    'GET',
    /^\/life-events$/,
    () => ({
      body: {
        lifeEvents: [
          { lifeEventId: 'open-restaurant', title: '我要开餐馆', summary: '从起名、登记到拿到食品经营许可，按您的情况列出要办的事。' },
          { lifeEventId: 'newborn', title: '孩子出生了', summary: '出生登记、社保、生育津贴，一次看清先办什么。' },
          { lifeEventId: 'retire', title: '我要退休', summary: '养老待遇、公积金提取、老年优待。' },
          { lifeEventId: 'buy-house', title: '我买了房', summary: '不动产转移登记、公积金、户口迁移。' },
        ],
      },
    }),
  ],
  [
    'GET',
    /^\/life-events\/([a-z-]+)$/,
    ({ params, query }) => ({
      body: {
        lifeEventId: params[0],
        title: '我要开餐馆',
        summary: '从起名、登记到拿到食品经营许可，按您的情况列出要办的事。',
        questions: [
          {
            questionId: 'who',
            text: '以谁的名义开？',
            choices: [
              { value: 'individual', label: '个体工商户' },
              { value: 'company', label: '公司' },
            ],
          },
          {
            questionId: 'cook',
            text: '现场做菜吗？',
            choices: [
              { value: 'yes', label: '现场做' },
              { value: 'no', label: '只卖不做' },
            ],
          },
        ],
        ...(query['answer.who'] && {
          items: devItems
            .filter(({ id }) =>
              [query['answer.who'] === 'company' ? 'company-register' : 'individual-register', 'food-business'].includes(id),
            )
            .map(lineOf),
          materials: ['经营场所的房产证或租赁合同', '从业人员健康证明', '食品安全管理制度'],
        }),
      },
    }),
  ],
]
