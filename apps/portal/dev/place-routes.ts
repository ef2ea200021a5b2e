import type { DevRoute } from './dev-api.ts'

const division = (code: string, name: string) => ({ code, name })
const provinces = ['11 北京市', '31 上海市', '33 浙江省', '44 广东省', '51 四川省'].map((one) => division(`${one.slice(0, 2)}0000`, one.slice(3)))
const cities = ['3301 杭州市', '3302 宁波市', '3303 温州市', '3304 嘉兴市', '3306 绍兴市', '3307 金华市'].map((one) => division(`${one.slice(0, 4)}00`, one.slice(5)))
const counties = ['330102 上城区', '330105 拱墅区', '330106 西湖区', '330108 滨江区', '330109 萧山区', '330110 余杭区', '330127 淳安县', '330182 建德市'].map((one) =>
  division(one.slice(0, 6), one.slice(7)),
)

const notices = [
  ['1', '关于 2026 年清明节期间窗口办事时间的公告', '2026-03-20', '清明节放假期间（4 月 4 日至 6 日）各政务服务大厅暂停窗口服务，网上办事照常受理，时限按工作日计算。\n紧急事项请拨打 12345。'],
  ['2', '居民身份证换领等 26 个事项实现跨省通办', '2026-03-09', '即日起，26 个事项可在全国任一服务点提交申请。'],
  ['3', '3 月 15 日 0:00–4:00 系统维护，期间暂停在线提交', '2026-03-05', '维护期间已填写的内容会保存，恢复后可继续。'],
  ['4', '施工许可等 9 个事项承诺时限再缩短', '2026-02-26', '承诺时限平均缩短 40%。'],
].map(([noticeId, title, publishedOn, text]) => ({ noticeId, title, publishedOn, text, publishedBy: '西湖区政务服务管理办公室' }))

export const placeRoutes: DevRoute[] = [
  [
    'GET',
    /^\/divisions\/(\d{6})\/surroundings$/,
    ({ params }) => {
      const path = [...provinces, ...cities, ...counties].filter(({ code }) => code === params[0] || code === `${params[0]?.slice(0, 4)}00` || code === `${params[0]?.slice(0, 2)}0000`)
      return { body: { path: path.length > 0 ? path : [provinces[2], cities[0], counties[2]], provinces, cities, counties } }
    },
  ],
  ['GET', /^\/notices$/, ({ query }) => ({ body: { notices: notices.slice(0, Number(query['limit'] ?? 20)) } })],
  ['GET', /^\/notices\/(.+)$/, ({ params }) => (notices.find(({ noticeId }) => noticeId === params[0]) ? { body: notices.find(({ noticeId }) => noticeId === params[0]) } : { status: 404 })],
]
