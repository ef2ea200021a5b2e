import type { DevRoute } from './dev-api.ts'

export const signedIn = (cookie: string): boolean => /(^|; )dev_session=1/.test(cookie)

export const personalRoutes: DevRoute[] = [
  [
    'GET',
    /^\/me$/,
    ({ cookie }) => (signedIn(cookie) ? { body: { accountId: 'a1', kind: 'person', name: '王秀兰', verified: true, unreadMessages: 2 } } : { status: 401 }),
  ],
  [
    'GET',
    /^\/me\/cases$/,
    ({ cookie }) =>
      signedIn(cookie)
        ? {
            body: {
              cases: [
                { caseNumber: '3301062603020001234', itemName: '食品经营许可新办（餐饮服务、食品销售）', implementationCode: 'x', state: 'correcting', submittedAt: '2026-03-02T10:20:00+08:00', asked: true },
                { caseNumber: '3301062602270000871', itemName: '个体工商户设立登记', implementationCode: 'x', state: 'accepted', submittedAt: '2026-02-27T09:00:00+08:00', workdaysLeft: 3 },
              ],
            },
          }
        : { status: 401 },
  ],
  [
    'GET',
    /^\/me\/appointments$/,
    ({ cookie }) =>
      signedIn(cookie)
        ? { body: { appointments: [{ itemName: '居民身份证换领', date: '2026-03-12', from: '09:00', to: '09:30', hallName: '西湖区政务服务中心' }] } }
        : { status: 401 },
  ],
]
