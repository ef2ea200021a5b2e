import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { demoPassword } from '@yiwang/server'
import { openBrowser } from '../browser.ts'
import { aStage } from '../main-job/stage.ts'
import { staffOf } from '../console/walk-in.ts'
import { startInstallation, type Installation } from '../installation.ts'
import { visitorOf, type Visitor } from '../visitor.ts'
import { pageAt, type PageRead } from './page-read.ts'

const food = 'XK00621000330102000000YW9000131100'
const withBrowser = !process.env['YIWANG_NO_BROWSER']
let house: Installation
let browser: Browser
let somebody: Visitor

beforeAll(async () => {
  house = await startInstallation(inject('postgresUrl'))
  if (withBrowser) browser = await openBrowser()
  somebody = visitorOf(house.portal)
  const { status } = await somebody('POST', '/sessions', { login: '19900000002', password: demoPassword })
  if (status !== 201) throw new Error(`the demo person cannot sign in: ${status}`)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await house.close()
}, 60_000)

const read = (path: string, visitor?: Visitor) => pageAt(house.portal, path, visitor?.cookie())

/** Whether a filter keeps all that is chosen and asks for something more. */
function addsTo(chosen: string, link: string): boolean {
  const [before, after] = [chosen, link].map((path) => new Map(new URL(path, house.portal).searchParams))
  return after !== undefined && [...(before ?? [])].every(([name, value]) => after.get(name) === value) && after.size > (before?.size ?? 0)
}

/** Every item of a list, page by page, as a reader finds them. */
async function itemsFrom(page: PageRead): Promise<Set<string>> {
  const found = new Set(page.items)
  for (let here = page; here.next !== undefined;) {
    here = await read(here.next)
    for (const item of here.items) found.add(item)
  }
  return found
}

test(
  'R4-017 a goal in plain words finds what may be applied for; what nobody offers leads to other ways in',
  { timeout: 60_000 },
  async () => {
    expect((await read('/search?q=开餐馆')).items[0]).toMatch(/^XK00621000330106/)
    const nothing = await read('/search?q=魔法棒')
    expect(nothing.items).toEqual([])
    for (const other of ['/person', '/organisation', 'tel:12345']) expect(nothing.links).toContain(other)
  },
)

test('R4-018 each filter leaves a part of what was there before, and can be taken back', { timeout: 120_000 }, async () => {
  const all = await read('/search')
  const before = await itemsFrom(all)
  expect(before.size).toBeGreaterThan(10)
  expect(all.filters.length).toBeGreaterThan(8)
  for (const filter of all.filters.slice(0, 8)) {
    const narrowed = await read(filter)
    const first = await itemsFrom(narrowed)
    expect(first.size, filter).toBeGreaterThan(0)
    expect(first.isSubsetOf(before), filter).toBe(true)
    expect(await itemsFrom(await read(narrowed.chosen[0] ?? ''))).toEqual(before)
    const further = narrowed.filters.find((one) => addsTo(filter, one))
    if (further === undefined) continue
    const both = await read(further)
    expect((await itemsFrom(both)).isSubsetOf(first), further).toBe(true)
    expect(both.chosen).toHaveLength(2)
  }
})

test('R4-067 the drawing of the flow can be kept as a file that says what the item says', { timeout: 60_000 }, async () => {
  const { steps } = (await somebody('GET', `/items/${food}`)).body as { steps: { name: string }[] }
  const guide = await read(`/items/${food}`)
  expect(guide.links).toContain(`/items/${food}/flow.svg`)
  const answer = await fetch(`${house.portal}/items/${food}/flow.svg`)
  expect(answer.headers.get('content-type')).toMatch(/^image\/svg\+xml/)
  const svg = await answer.text()
  expect(svg).toContain(steps.map(({ name }) => name).join(' → '))
  expect(svg.match(/data-step="/g)).toHaveLength(steps.length)
  if (!withBrowser) return
  const page = await browser.newPage()
  await page.goto(`${house.portal}/help`)
  const width = await page.evaluate(async (source) => {
    const picture = new Image()
    picture.src = source
    await picture.decode()
    return picture.naturalWidth
  }, `/items/${food}/flow.svg`)
  expect(width).toBeGreaterThan(500)
  await page.close()
})

test('R4-024 help is one press away on every page, and says how to register, apply and look up', { timeout: 60_000 }, async () => {
  const open = [
    '/',
    '/person',
    '/departments',
    '/search',
    `/items/${food}`,
    '/progress',
    '/verify',
    '/sign-in',
    '/register',
    '/no-such-page',
  ]
  for (const path of open) expect((await read(path)).links, path).toContain('/help')
  for (const path of ['/my', '/my/cases', '/my/profile', `/apply/${food}`])
    expect((await read(path, somebody)).links, path).toContain('/help')
  const { text } = await read('/help')
  for (const subject of ['注册和登录', '在线申请', '查进度']) expect(text).toContain(subject)
})

test(
  'R4-071 R5A-117 the guide has one address, reads without script, and shows the version in force as soon as it is',
  { timeout: 60_000 },
  async () => {
    const [editor, keeper, manager] = await Promise.all(
      ['market.examiner', 'directory', 'manager'].map((login) => staffOf(house.portal, login)),
    )
    const before = await read(`/items/${food}`)
    const { summary, materials } = (await somebody('GET', `/items/${food}`)).body as { summary: string; materials: { code: string }[] }
    expect(before.text).toContain(summary)
    const path = `/implementations/${food}`
    const next = '开餐馆、开食堂、卖食品之前办，办成后领取食品经营许可证。'
    const good = { reasonable: true, necessary: true, timely: true, complete: true }
    const review = { opinion: '同意。', materials: Object.fromEntries(materials.map(({ code }) => [code, good])) }
    const steps = [
      await editor?.('POST', `${path}/revision`, { reason: '说明更清楚' }),
      await editor?.('PATCH', `${path}/draft`, { summary: next }),
      await editor?.('POST', `${path}/submission`),
      await keeper?.('POST', `${path}/approval`, review),
    ]
    expect(steps.map((step) => [step?.status, step?.body?.type])).toEqual(steps.map(() => [200, undefined]))
    expect((await read(`/items/${food}`)).text).toContain(summary)
    expect((await manager?.('POST', `${path}/publication`, {}))?.status).toBe(200)
    const after = await read(`/items/${food}`)
    expect(after.text).toContain(next)
    expect(after.text).not.toContain(summary)
    expect(after.text).toContain('第 2 版')
  },
)

test(
  'R5A-014 an item keeps its address; once it is suspended the page says so and offers no application',
  { timeout: 60_000 },
  async () => {
    const manager = await staffOf(house.portal, 'manager')
    const item = 'XK00620000330102000000YW9000131100'
    const before = await read(`/items/${item}`)
    expect([before.status, before.links.includes(`/apply/${item}`)]).toEqual([200, true])
    expect((await manager('POST', `/implementations/${item}/suspension`, { reason: '系统升级' })).status).toBe(200)
    const after = await read(`/items/${item}`)
    expect(after.text).toContain('现在不能办')
    expect(after.links).not.toContain(`/apply/${item}`)
    expect((await manager('POST', `/implementations/${item}/resumption`)).status).toBe(200)
  },
)

test.runIf(withBrowser)(
  'R5A-124 R5A-125 the guide is shared by a link that opens it, and at Weibo with title and link',
  { timeout: 60_000 },
  async () => {
    const context = await browser.newContext({ locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    const address = `${house.portal}/items/${food}`
    await page.goto(address)
    const name = await page.getByRole('heading', { level: 1 }).innerText()
    const weibo = new URL((await page.getByRole('link', { name: /微博/ }).getAttribute('href')) ?? '')
    expect([weibo.host, weibo.searchParams.get('title'), weibo.searchParams.get('url')]).toEqual(['service.weibo.com', name, address])
    await page.getByRole('button', { name: '复制链接' }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    await page.goto(copied)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name)
    await context.close()
  },
)

test.runIf(withBrowser)(
  'R3-26 on a phone home, sign-in, guide and application fit the screen and can be used by touch',
  { timeout: 120_000 },
  async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true, locale: 'zh-CN' })
    const page = await context.newPage()
    const fits = async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), page.url()).toBeLessThanOrEqual(0)
    }
    await page.goto(house.portal)
    await fits()
    await page.locator('main').getByLabel('搜索要办的事').fill('居住证')
    await page.locator('main').getByRole('search').getByRole('button').tap()
    await page
      .getByRole('link', { name: /居住证申领/ })
      .first()
      .tap()
    await page.getByRole('heading', { level: 1, name: /居住证申领/ }).waitFor()
    await fits()
    await page.getByRole('link', { name: '在线办理' }).last().tap()
    await page.getByLabel('密码').waitFor()
    await fits()
    await page
      .getByLabel(/手机号|用户名|账号/)
      .first()
      .fill('19900000002')
    await page.getByLabel('密码').fill(demoPassword)
    await page.getByRole('button', { name: '登录', exact: true }).last().tap()
    await page.getByRole('button', { name: '开始填写' }).tap()
    await page.getByRole('button', { name: '下一步' }).last().waitFor()
    await fits()
    await context.close()
  },
)

test.runIf(withBrowser)(
  'a copy of a licence for one use: made on its own page, sealed, known to the check as a copy',
  { timeout: 120_000 },
  async () => {
    const stage = aStage(browser, house)
    const page = await stage.newPage()
    const [name = '', value = ''] = somebody.cookie().split('=')
    await page.context().addCookies([{ name, value, url: house.portal }])
    await page.goto(`${house.portal}/my/licences`)
    await page
      .getByRole('link', { name: /加注件/ })
      .first()
      .click()
    await page.getByLabel('用来办什么事').fill('租房合同备案')
    await stage.shoot(page, 'licence-copy')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '生成并下载' }).click()])
    const pdf = readFileSync(await download.path())
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'copy.pdf')
    const verdict = (await visitorOf(house.portal)('POST', '/licences/verification', form)).body
    expect(verdict).toMatchObject({ verdict: 'valid', copyValidUntil: expect.any(String) })
    await page.context().close()
  },
)
