import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { pages } from '../../apps/console/src/pages.ts'
import { openBrowser } from '../browser.ts'
import { startInstallation, type Installation } from '../installation.ts'
import type { Visitor } from '../visitor.ts'
import { contextOf, listen, lookAt } from './look-at.ts'
import { aWalkIn, staffOf } from './walk-in.ts'

const food = 'XK00621000330102000000YW9000131100'
const identityCard = 'QR00601000330102000000YW9000107100'
const browsing = !process.env['YIWANG_NO_BROWSER']

let house: Installation
let browser: Browser
const known = new Map<string, Visitor>()

beforeAll(async () => {
  if (!browsing) return
  house = await startInstallation(inject('postgresUrl'))
  browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  if (!browsing) return
  await browser.close()
  await house.close()
}, 60_000)

async function staff(login: string): Promise<Visitor> {
  const visitor = known.get(login) ?? (await staffOf(house.portal, login))
  known.set(login, visitor)
  return visitor
}

/** Accepted at the counter, the originals seen; what is named may follow. */
async function anAcceptedWalkIn(login: string, item: string, wish: Parameters<typeof aWalkIn>[2] = {}): Promise<string> {
  const clerk = await staff(login)
  const caseNumber = await aWalkIn(clerk, item, wish)
  const { materials } = (await clerk('GET', `/cases/${caseNumber}`)).body
  const deferred = wish.deferred ?? []
  const originalsSeen = materials.map(({ code }: { code: string }) => code).filter((code: string) => !deferred.includes(code))
  const answer = await clerk('POST', `/cases/${caseNumber}/acceptance`, { originalsSeen, deferred })
  expect(answer.body).toMatchObject({ state: 'accepted' })
  return caseNumber
}

const nobody = ''
const opened = new Map<string, Page>()

/** One page a person, so that the console is fetched once. Whoever is not signed in is told so by 401, and shown the door. */
async function pageOf(login: string, complaints: string[]): Promise<Page> {
  const found = opened.get(login)
  if (found) return found
  const context = await contextOf(browser, house.portal, login === nobody ? undefined : await staff(login))
  const page = await context.newPage()
  if (login !== nobody) listen(page, complaints)
  opened.set(login, page)
  return page
}

async function open(login: string, path: string, complaints: string[]): Promise<Page> {
  const context = await contextOf(browser, house.portal, await staff(login))
  const page = await context.newPage()
  listen(page, complaints)
  await page.goto(`${house.portal}/console${path}`)
  return page
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

test.skipIf(!browsing)(
  'every page of the route table: no serious finding, no complaint, nothing beside the edge of a phone',
  { timeout: 600_000 },
  async () => {
    const caseNumber = await anAcceptedWalkIn('market.counter', food)
    const manager = await staff('manager')
    const [flow] = (await manager('GET', '/flows')).body
    const [type] = (await manager('GET', '/licence-types')).body.items
    const [member] = (await (await staff('security'))('GET', '/staff')).body.items
    const filled: Record<string, string> = {
      ':caseNumber': caseNumber,
      ':implementationCode': food,
      ':key': flow.key,
      ':version': String(flow.version),
      ':id': member.id,
    }
    /** Who opens which page; a page without an entry fails the test. */
    const visitors: Record<string, string> = {
      tasks: 'market.examiner',
      'cases/:caseNumber': 'market.examiner',
      counter: 'market.counter',
      catalogue: 'manager',
      'catalogue/items/:implementationCode': 'market.examiner',
      'catalogue/directory': 'directory',
      'catalogue/flows': 'manager',
      'catalogue/flows/new': 'market.examiner',
      'catalogue/flows/:key/:version': 'manager',
      'catalogue/forms': 'market.examiner',
      'licences/seals': 'seals',
      licences: 'market.maker',
      'licences/types': 'manager',
      'licences/types/new': 'manager',
      'licences/types/:code': 'manager',
      payments: 'market.decider',
      'payments/discrepancies': 'market.cashier',
      accounts: 'security',
      'accounts/roles': 'security',
      'accounts/roles/:code': 'security',
      'accounts/:id': 'security',
      halls: 'manager',
      'halls/appointments': 'manager',
      ratings: 'manager',
      'accounts/users': 'manager',
      records: 'manager',
      'records/questions': 'audit',
      'records/audit': 'audit',
      account: 'system',
    }
    expect(pages.map(({ path }) => path).filter((path) => !(path in visitors))).toEqual([])
    const wrong: string[] = []
    const look = async (login: string, address: string, name: string) =>
      wrong.push(...(await lookAt(await pageOf(login, wrong), `${house.portal}/console${address}`, name)))
    for (const { path, component } of pages) {
      const code = path.startsWith('accounts/') ? 'examiner' : type.code
      const address = path.replaceAll(/:\w+/g, (name) => encodeURIComponent(name === ':code' ? code : (filled[name] ?? name)))
      await look(visitors[path] ?? '', `/${address}`, component)
    }
    await look('market.counter', '/', 'WorkList')
    await look('market.counter', '/no-such-page', 'NotFound')
    await look(nobody, '/', 'SignIn')
    expect(wrong).toEqual([])
  },
)

test.skipIf(!browsing)(
  'by hand: promised material taken in, the flow done step by step from 我的待办, decided from 待决定 as the flow came out',
  { timeout: 240_000 },
  async () => {
    const complaints: string[] = []
    const caseNumber = await anAcceptedWalkIn('market.counter', food, { deferred: ['m6'], name: '吴后补', answers: { kind: 'catering' } })

    const counter = await open('market.counter', `/cases/${caseNumber}`, complaints)
    await counter.getByText('有 1 份材料承诺后补').waitFor()
    await press(counter, '收取后补材料')
    await counter.getByRole('button', { name: /纸质/ }).first().click()
    await counter.locator('.act-sheet button[type=submit]').click()
    await counter.getByText('有 1 份材料承诺后补').waitFor({ state: 'detached' })

    for (const login of ['market.examiner', 'market.examiner', 'market.decider']) {
      const desk = await open(login, '/tasks', complaints)
      await desk
        .getByRole('row', { name: /吴后补/ })
        .first()
        .click()
      await press(desk, /^办理：/)
      const outcomes = desk.locator('.act-sheet .ant-radio-button-wrapper')
      await desk.locator('.act-sheet textarea').fill('材料齐全，符合条件。')
      if ((await outcomes.count()) > 0) await outcomes.first().click()
      await desk.locator('.act-sheet button[type=submit]').click()
      await desk.locator('.act-sheet').waitFor({ state: 'detached' })
      await desk.context().close()
    }

    const decider = await open('market.decider', '/?list=toDecide', complaints)
    await decider
      .getByRole('row', { name: /吴后补/ })
      .first()
      .click()
    await press(decider, '作出决定')
    expect(await decider.locator('.act-sheet .ant-radio-button-wrapper').allInnerTexts()).toEqual(['准予', '转报'])
    await decider.locator('.act-sheet .ant-radio-button-wrapper').first().click()
    await decider.locator('.act-sheet textarea').fill('符合法定条件，准予许可。')
    await decider.locator('.act-sheet button[type=submit]').click()
    await decider
      .getByRole('heading', { name: /已决定|准予/ })
      .first()
      .waitFor()
    expect((await (await staff('market.decider'))('GET', `/cases/${caseNumber}`)).body).toMatchObject({
      state: 'decided',
      decision: 'approved',
    })
    expect(complaints).toEqual([])
  },
)

test.skipIf(!browsing)(
  'by hand: a fee is paid at the desk with the code the payer scans, and the desk shows it',
  { timeout: 120_000 },
  async () => {
    const complaints: string[] = []
    const caseNumber = await anAcceptedWalkIn('publicsecurity.counter', identityCard)
    const desk = await open('publicsecurity.counter', `/cases/${caseNumber}`, complaints)
    await press(desk, '扫码缴费')
    const address = await desk.getByRole('link', { name: '在本机打开收银台' }).getAttribute('href')
    const paid = await fetch(`${address ?? ''}/payment`, {
      method: 'POST',
      body: new URLSearchParams({ channel: 'wechat' }),
      redirect: 'manual',
    })
    expect(paid.status).toBeLessThan(400)
    await desk.getByText(/缴清$/).waitFor({ timeout: 60_000 })
    expect(complaints).toEqual([])
  },
)
