import type { Draft } from '@yiwang/cases/contract'
import { acceptedNumber, correctingNumber, deliveredNumber, devCase, lines } from './cases.ts'
import type { DevRequest, DevRoute } from './dev-api.ts'
import { devItems, findDevItem, lineOf } from './items.ts'

const signedIn = ({ cookie }: DevRequest): boolean => /(^|; )dev_session=1/.test(cookie)
const mine =
  (respond: DevRoute[2]): DevRoute[2] =>
  (request) =>
    signedIn(request) ? respond(request) : { status: 401, body: { type: 'request.signInNeeded', title: '请先登录。', status: 401 } }
const page = (items: unknown[]) => ({ body: { items } })

const food = findDevItem('food-business')
const drafts: Draft[] = [
  {
    id: '11111111-1111-4111-8111-111111111111',
    implementationCode: food.implementationCode,
    itemName: food.name,
    revisionId: food.revisionId,
    answers: {},
    form: { name: '王秀兰', personId: '11010519491231002X', mobile: '13800138000' },
    materials: [],
    delivery: null,
    savedAt: '2026-03-05T10:32:00+08:00',
  },
]
const draftOf = (id: string | undefined) => drafts.find((one) => one.id === id)
const session = { status: 201, body: {}, headers: { 'set-cookie': 'dev_session=1; Path=/; HttpOnly' } }

export const personalRoutes: DevRoute[] = [
  ['GET', /^\/me$/, mine(() => ({ body: { id: 'a1', kind: 'person', name: '王秀兰', level: 1 } }))],
  ['GET', /^\/my\/messages\/unread-count$/, mine(() => ({ body: { unread: 2 } }))],
  [
    'GET',
    /^\/me\/profile$/,
    mine(() => ({
      body: {
        kind: 'person',
        name: '王秀兰',
        number: '11010519491231002X',
        phone: '13800138000',
        email: 'wxl@example.cn',
        address: '杭州市西湖区文三路 100 号',
        level: 1,
      },
    })),
  ],
  [
    'GET',
    /^\/me\/sessions$/,
    mine(() => ({
      body: [
        {
          key: 'a',
          device: 'Chrome（Windows）',
          channel: 'portal',
          startedAt: '2026-03-05T09:00:00+08:00',
          seenAt: '2026-03-05T10:30:00+08:00',
          current: true,
        },
      ],
    })),
  ],
  [
    'POST',
    /^\/sessions$/,
    ({ body }) =>
      body['password'] === 'wrong'
        ? { status: 401, body: { type: 'identity.signInFailed', title: '账号或密码不对，请核对后重试。', status: 401 } }
        : session,
  ],
  ['DELETE', /^\/sessions\/current$/, () => ({ status: 204, headers: { 'set-cookie': 'dev_session=; Path=/; Max-Age=0' } })],
  ['POST', /^\/one-time-codes$/, () => ({ status: 204 })],
  ['POST', /^\/accounts\/(persons|organisations)$/, () => session],
  ['GET', /^\/my\/cases$/, mine(() => page(lines))],
  ['GET', /^\/my\/cases\/(\w+)$/, mine(({ params }) => (devCase(params[0]) ? { body: devCase(params[0]) } : { status: 404 }))],
  [
    'GET',
    /^\/my\/appointments$/,
    mine(() => page([{ itemName: '居民身份证换领', date: '2026-03-12', from: '09:00', to: '09:30', hallName: '西湖区政务服务中心' }])),
  ],
  [
    'GET',
    /^\/my\/payments\/(\w+)$/,
    mine(({ params }) => ({
      body: {
        number: params[0],
        subject: { kind: 'case', key: acceptedNumber },
        payerName: '王秀兰',
        items: [{ code: 'a', name: '期满换领工本费', amountFen: 2000 }],
        amountFen: 2000,
        refundedFen: 0,
        state: 'due',
        issuedAt: '2026-03-05T09:00:00+08:00',
        dueOn: '2026-03-20',
      },
    })),
  ],
  ['POST', /^\/my\/payments\/(\w+)\/order$/, mine(() => ({ body: { cashierUrl: 'https://pay.example.cn/cashier/1' } }))],
  ['GET', /^\/my\/(payments|waybills)$/, mine(() => page([]))],
  [
    'GET',
    /^\/my\/files$/,
    mine(() =>
      page([
        {
          id: 'f1',
          name: '健康证明.pdf',
          mediaType: 'application/pdf',
          size: 348_000,
          digest: '',
          trustLevel: 'C',
          keptAt: '2026-03-01T09:00:00+08:00',
        },
        {
          id: 'f2',
          name: '经营布局图.png',
          mediaType: 'image/png',
          size: 1_848_000,
          digest: '',
          trustLevel: 'D',
          keptAt: '2026-02-21T09:00:00+08:00',
        },
      ]),
    ),
  ],
  [
    'POST',
    /^\/files$/,
    mine(() => ({
      status: 201,
      body: {
        id: 'f9',
        name: '新文件.pdf',
        mediaType: 'application/pdf',
        size: 1,
        digest: '',
        trustLevel: 'C',
        keptAt: '2026-03-01T09:00:00+08:00',
      },
    })),
  ],
  [
    'GET',
    /^\/my\/licences$/,
    mine(() =>
      page([
        {
          identifier: '1.2.156.3005.2.1',
          typeName: '居民身份证',
          number: '330106********123X',
          issuerName: '杭州市公安局西湖区分局',
          holderName: '王秀兰',
          issuedOn: '2016-05-20',
          validUntil: '2036-05-20',
          state: 'valid',
          trustLevel: 'A',
          origin: 'pushed',
        },
        {
          identifier: '1.2.156.3005.2.2',
          typeName: '机动车驾驶证',
          number: '330106********123X',
          issuerName: '杭州市公安局交通警察支队',
          holderName: '王秀兰',
          issuedOn: '2014-05-20',
          validUntil: '2024-05-20',
          state: 'expired',
          trustLevel: 'A',
          origin: 'pushed',
        },
      ]),
    ),
  ],
  [
    'GET',
    /^\/my\/messages$/,
    mine(() =>
      page([
        {
          id: '1',
          template: 'x',
          title: '请补正材料',
          text: '您申请的食品经营许可还缺两份材料，请在 3 月 18 日前补齐。',
          about: { kind: 'case', key: correctingNumber },
          sentAt: '2026-03-04T09:12:00+08:00',
        },
        {
          id: '2',
          template: 'x',
          title: '已经受理',
          text: '您申请的个体工商户设立登记已经受理，承诺 3 月 17 日前办结。',
          about: { kind: 'case', key: acceptedNumber },
          sentAt: '2026-03-03T09:41:00+08:00',
        },
      ]),
    ),
  ],
  [
    'GET',
    /^\/my\/recommendations$/,
    mine(() =>
      page(
        ['social', 'fund-withdraw', 'medical-remote', 'elder-card'].map((id) => ({
          ...lineOf(findDevItem(id)),
          reason: id === 'elder-card' ? '您已年满 60 周岁' : '办理过相关事项的人常接着办',
        })),
      ),
    ),
  ],
  ['GET', /^\/drafts$/, mine(() => page(drafts))],
  [
    'POST',
    /^\/drafts$/,
    mine(({ body }) => {
      const item = devItems.find((one) => one.implementationCode === body['implementationCode']) ?? food
      const draft: Draft = {
        ...(drafts[0] as Draft),
        id: `22222222-2222-4222-8222-${String(drafts.length).padStart(12, '0')}`,
        implementationCode: item.implementationCode,
        itemName: item.name,
      }
      drafts.push(draft)
      return { status: 201, body: draft }
    }),
  ],
  ['GET', /^\/drafts\/([\w-]+)$/, mine(({ params }) => (draftOf(params[0]) ? { body: draftOf(params[0]) } : { status: 404 }))],
  ['PUT', /^\/drafts\/([\w-]+)$/, mine(({ params, body }) => ({ body: Object.assign(draftOf(params[0]) ?? {}, body) }))],
  [
    'POST',
    /^\/drafts\/([\w-]+)\/submission$/,
    mine(() => ({ status: 201, body: { caseNumber: acceptedNumber, state: 'submitted', version: 1, since: '2026-03-05T10:32:00+08:00' } })),
  ],
  ['POST', /^\/my\/cases\/(\w+)\/(resubmission|withdrawal)$/, mine(() => ({ body: {} }))],
  ['POST', /^\/ratings$/, mine(() => ({ status: 201, body: {} }))],
  ['POST', /^\/(me\/identity-checks|me\/password|my\/messages\/reading|password-resets)$/, () => ({ status: 204 })],
  ['PATCH', /^\/me\/profile$/, mine(() => ({ body: {} }))],
  [
    'GET',
    /^\/progress\/(\w+)$/,
    ({ params }) => {
      const found = lines.find(({ caseNumber }) => caseNumber === params[0])
      if (!found) return { status: 404 }
      return {
        body: {
          ...found,
          stages: [
            { name: '提交申请', on: '2026-03-02', state: 'done' },
            { name: '受理', on: '2026-03-03', state: 'done' },
            { name: '审查', state: 'current' },
            { name: '决定', state: 'open' },
            { name: '送达', state: 'open' },
          ],
        },
      }
    },
  ],
  [
    'GET',
    /^\/papers\/by-code\/(\w+)$/,
    ({ params }) =>
      params[0] === 'good'
        ? {
            body: {
              title: '受理通知书',
              number: '受〔2026〕330106-000087',
              bodyName: '杭州市西湖区市场监督管理局',
              issuedOn: '2026-03-03',
              sealed: true,
            },
          }
        : { status: 404 },
  ],
  [
    'GET',
    /^\/verifications$/,
    ({ query }) => ({
      body: query['number']?.startsWith('0')
        ? { outcome: 'unknown', checkedAt: new Date().toISOString() }
        : {
            outcome: 'valid',
            kind: '食品经营许可证',
            number: query['number'],
            holderName: '王*兰',
            issuerName: '杭州市西湖区市场监督管理局',
            issuedOn: '2026-03-03',
            validUntil: '2031-03-02',
            checkedAt: new Date().toISOString(),
            checks: [
              { name: '文件未被改动', passed: true },
              { name: '电子印章有效', passed: true, detail: '西湖区市场监督管理局行政审批专用章' },
              { name: '证照当前有效', passed: true },
            ],
          },
    }),
  ],
]

export const devNumbers = { acceptedNumber, correctingNumber, deliveredNumber }
