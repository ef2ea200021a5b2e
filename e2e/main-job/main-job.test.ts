import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { startInstallation, type Installation } from '../installation.ts'
import { apply, correct, findTheGuide, pay, rate, register, type Newcomer } from './applicant.ts'
import { sitDown } from './desk-of.ts'
import { lookAround, withoutScript } from './other-pages.ts'
import { deliverByCourier } from './outside.ts'
import { acceptWithOriginals, askForCorrection, decide, finishStep, preAccept, produceAndComplete } from './staff.ts'
import { aStage } from './stage.ts'
import { downloadLicence, judgeByPoppler, lookUp, verifyByUpload } from './verifying.ts'

const withBrowser = !process.env['YIWANG_NO_BROWSER']
let house: Installation
let browser: Browser
let herCookies: Awaited<ReturnType<BrowserContext['cookies']>> = []

beforeAll(async () => {
  if (!withBrowser) return console.warn('LEFT OUT: the main job in a real browser.')
  house = await startInstallation(inject('postgresUrl'))
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
}, 60_000)

/** Known to the population register, her papers in the licence library, but without an account. */
async function aNewcomer(): Promise<Newcomer> {
  const { persons } = (await (await fetch(`${house.sandbox}/demo/persons.json`)).json()) as { persons: Newcomer[] }
  const found = persons.find(({ name }) => name === '阿依古丽·演示')
  if (!found) throw new Error('the sandbox does not know her')
  return found
}

const item = '居民身份证换领（有效期满）'
const formOfHers = '居民身份证申领登记表'

test.runIf(withBrowser)(
  'by mouse and keyboard: from a misspelt word to the sealed licence, brought by courier, verified and rated',
  { timeout: 600_000 } /* about a minute on a quiet machine */,
  async () => {
    const stage = aStage(browser, house)
    const she = await aNewcomer()
    const hers = await stage.newPage()

    await register(stage, hers, she)
    await findTheGuide(stage, hers, '换身份正', item)
    const caseNumber = await apply(stage, hers, she)

    const clerk = await sitDown(stage, 'publicsecurity.counter')
    await clerk.shoot('work-list')
    await clerk.open(she.name)
    await clerk.shoot('desk')
    await askForCorrection(clerk, formOfHers, '第二页没有签名，请签名后重新上传。')
    await correct(stage, hers, formOfHers)
    await clerk.page.reload()
    await preAccept(clerk)
    await hers.reload()
    await stage.shoot(hers, 'my-case-bring-originals')
    await acceptWithOriginals(clerk)

    const examiner = await sitDown(stage, 'publicsecurity.examiner')
    await examiner.open(she.name)
    await examiner.shoot('examination')
    await finishStep(examiner, '拟同意')
    await examiner.leave()
    const decider = await sitDown(stage, 'publicsecurity.decider')
    await decider.open(she.name)
    await finishStep(decider, '准予许可')
    await hers.reload()
    expect(await hers.getByRole('heading', { name: '请缴费' }).count()).toBe(1)
    await stage.shoot(hers, 'my-case-fee-due')
    await pay(stage, hers)
    await decider.page.reload()
    await decide(decider)
    await decider.leave()

    const maker = await sitDown(stage, 'publicsecurity.maker')
    await maker.open(she.name)
    await produceAndComplete(maker)
    await maker.leave()
    await deliverByCourier(stage, she.name)

    await expect.poll(() => seenBy(hers, caseNumber), { timeout: 15_000, interval: 500 }).toContain('已送达')
    await stage.shoot(hers, 'my-case-delivered')
    await rate(stage, hers)
    const licence = await downloadLicence(stage, hers, /SF\d+/)
    await verifyByUpload(stage, licence)
    await judgeByPoppler(stage, licence)
    await lookUp(stage, caseNumber, she.name)
    await lookAround(stage, hers)
    herCookies = await hers.context().cookies(house.portal)
    await clerk.page.goto(`${stage.portal}/console/cases/${caseNumber}`)
    await clerk.page.locator('.desk-head').waitFor()
    await clerk.shoot('desk-delivered')
  },
)

test.runIf(withBrowser).each(['zh', 'en'] as const)(
  'every page stands on a phone without script, in %s',
  { timeout: 300_000 },
  async (language) => {
    expect(await withoutScript(browser, { portal: house.portal, cookies: [], language })).toEqual([])
    expect(herCookies.length).toBeGreaterThan(0)
    const session = herCookies.filter(({ name }) => name !== 'lang')
    expect(await withoutScript(browser, { portal: house.portal, cookies: session, language })).toEqual([])
  },
)

async function seenBy(page: Awaited<ReturnType<Browser['newPage']>>, caseNumber: string): Promise<string> {
  await page.goto(`${house.portal}/my/cases/${caseNumber}`)
  return page.locator('main').innerText()
}
