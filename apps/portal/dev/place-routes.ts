import type { DevRoute } from './dev-api.ts'

const nation = { code: '000000', name: '中华人民共和国', level: 'nation' }
const division = (level: string, parent: string) => (one: string) => ({ code: one.slice(0, 6), name: one.slice(7), level, parent })
const provinces = ['110000 北京市', '310000 上海市', '330000 浙江省', '440000 广东省', '510000 四川省'].map(division('province', '000000'))
const cities = ['330100 杭州市', '330200 宁波市', '330300 温州市', '330400 嘉兴市', '330600 绍兴市', '330700 金华市'].map(
  division('city', '330000'),
)
const counties = [
  '330102 上城区',
  '330105 拱墅区',
  '330106 西湖区',
  '330108 滨江区',
  '330109 萧山区',
  '330110 余杭区',
  '330127 淳安县',
].map(division('county', '330100'))
const all = [nation, ...provinces, ...cities, ...counties]

const notices = [
  [
    '1',
    '关于 2026 年清明节期间窗口办事时间的公告',
    '2026-03-20',
    '清明节放假期间（4 月 4 日至 6 日）各政务服务大厅暂停窗口服务，网上办事照常受理，时限按工作日计算。\n紧急事项请拨打 12345。',
  ],
  ['2', '居民身份证换领等 26 个事项实现跨省通办', '2026-03-09', '即日起，26 个事项可在全国任一服务点提交申请。'],
  ['3', '3 月 15 日 0:00–4:00 系统维护，期间暂停在线提交', '2026-03-05', '维护期间已填写的内容会保存，恢复后可继续。'],
  ['4', '施工许可等 9 个事项承诺时限再缩短', '2026-02-26', '承诺时限平均缩短 40%。'],
].map(([id, title, publishedOn, text]) => ({ id, title, publishedOn, text, bodyName: '西湖区政务服务管理办公室' }))

export const placeRoutes: DevRoute[] = [
  [
    'GET',
    /^\/divisions\/(\d{6})$/,
    ({ params }) => {
      const code = params[0] ?? ''
      const path = all.filter((one) => ['000000', `${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code].includes(one.code))
      return { body: { ...path.at(-1), path } }
    },
  ],
  ['GET', /^\/divisions$/, ({ query }) => ({ body: all.filter((one) => 'parent' in one && one.parent === query['parent']) })],
  ['GET', /^\/notices$/, ({ query }) => ({ body: { items: notices.slice(0, Number(query['limit'] ?? 20)) } })],
  [
    'GET',
    /^\/notices\/(.+)$/,
    ({ params }) => (notices.some(({ id }) => id === params[0]) ? { body: notices.find(({ id }) => id === params[0]) } : { status: 404 }),
  ],
]
