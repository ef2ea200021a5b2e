import { demoPassword } from '@yiwang/server'
import { numbersWithAccount } from '@yiwang/sandbox'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { contextOf, listen } from '../console/look-at.ts'
import { aWalkIn, staffOf } from '../console/walk-in.ts'
import { startInstallation, type Installation } from '../installation.ts'
import { codeFromInbox } from '../main-job/outside.ts'
import { aStage, type Stage } from '../main-job/stage.ts'

const food = 'XK00621000330102000000YW9000131100'
const browsing = !process.env['YIWANG_NO_BROWSER']
let house: Installation
let browser: Browser
let stage: Stage
interface Person {
  name: string
  idNumber: string
  phone: string
}
let people: Person[] = []
let company = ''

beforeAll(async () => {
  if (!browsing) return
  house = await startInstallation(inject('postgresUrl'))
  browser = await openBrowser()
  stage = aStage(browser, house)
  const known = numbersWithAccount()
  const { persons, organisations } = await (await fetch(`${house.sandbox}/demo/persons.json`)).json()
  people = persons.filter(({ idNumber }: Person) => known.has(idNumber))
  company = organisations.map(({ basic }: { basic: { uscc: string } }) => basic.uscc).find((uscc: string) => known.has(uscc)) ?? ''
}, 180_000)
afterAll(async () => {
  if (!browsing) return
  await browser.close()
  await house.close()
}, 60_000)

async function signedIn(login: string, kind = 'person'): Promise<Page> {
  const page = await stage.newPage()
  await page.goto(`${house.portal}/sign-in?kind=${kind}`)
  await page.locator('#f-account').fill(login)
  await page.locator('#f-password').fill(demoPassword)
  await page.locator('main').getByRole('button', { name: '登录' }).last().click()
  await page.waitForURL('**/my')
  return page
}

test.skipIf(!browsing)(
  'R5A-086 the agreement is printed with who signed it, its whole text and the place to sign, one for persons and another for organisations',
  { timeout: 120_000 },
  async () => {
    const texts: string[] = []
    for (const [login, kind] of [
      [people[0]?.phone ?? '', 'person'],
      [company, 'organisation'],
    ] as const) {
      const page = await signedIn(login, kind)
      await page.goto(`${house.portal}/my/agreement`)
      await stage.shoot(page, `agreement-${kind}`)
      await page.emulateMedia({ media: 'print' })
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
      texts.push(await page.locator('main article').innerText())
      expect(await page.locator('aside').isVisible()).toBe(false)
      await page.context().close()
    }
    expect(texts[0]).toContain(people[0]?.name)
    expect(texts[0]).toContain(people[0]?.idNumber)
    expect(texts[0]).toContain('乙方（签字）')
    expect(texts[1]).toContain(company)
    expect(texts[1]).toContain('法定代表人或经办人（签字）')
    for (const text of texts) for (const article of ['目的意义', '用户承诺与授权', '结束服务']) expect(text).toContain(article)
    expect(texts[0]?.slice(texts[0].indexOf('目的意义'))).not.toBe(texts[1]?.slice(texts[1].indexOf('目的意义')))
  },
)

test.skipIf(!browsing)(
  'RA4-23 who closes the account is shown the cases that still run, proves the phone, and signs in no more at once',
  { timeout: 180_000 },
  async () => {
    const she = people[1]
    if (!she) throw new Error('the demo has more than one person')
    const clerk = await staffOf(house.portal, 'market.counter')
    await aWalkIn(clerk, food, { name: she.name, number: she.idNumber })
    const page = await signedIn(she.phone)
    await page.goto(`${house.portal}/my/closing`)
    await page.getByText('还有 1 件事在办').waitFor()
    await page.getByRole('button', { name: '向绑定手机发验证码' }).click()
    await page.getByLabel('短信验证码').fill(await codeFromInbox(stage, she.phone))
    await page.getByLabel('我已了解：注销后不能恢复。').check()
    await page.getByRole('button', { name: '注销账号' }).click()
    await page.getByText('还有在办的事，请先处理').first().waitFor()
    await stage.shoot(page, 'closing')
    await page.getByLabel('我知道还有在办的事，仍要注销。').check()
    await page.getByLabel('短信验证码').fill(await codeFromInbox(stage, she.phone))
    await page.getByRole('button', { name: '注销账号' }).click()
    await page.getByText('账号已经注销').waitFor()
    await stage.shoot(page, 'closed')
    expect((await page.goto(`${house.portal}/my`))?.url()).toContain('/sign-in')
    await page.locator('#f-account').fill(she.phone)
    await page.locator('#f-password').fill(demoPassword)
    await page.locator('main').getByRole('button', { name: '登录' }).last().click()
    await page.getByText('账号或密码不对').first().waitFor()
  },
)

test.skipIf(!browsing)('by hand: another phone is bound with both codes, and stands in the profile', { timeout: 180_000 }, async () => {
  const he = people[2]
  if (!he) throw new Error('the demo has more than two people')
  const [page, next] = [await signedIn(he.phone), '13912345678']
  await page.goto(`${house.portal}/my/profile`)
  await stage.shoot(page, 'profile')
  await page.getByRole('link', { name: '更换手机号' }).click()
  await page.getByLabel('新的手机号').fill(next)
  await page.getByRole('button', { name: '向两个手机号发验证码' }).click()
  await page.getByLabel('原手机收到的验证码').fill(await codeFromInbox(stage, he.phone))
  await page.getByLabel('新手机收到的验证码').fill(await codeFromInbox(stage, next))
  await stage.shoot(page, 'phone-change')
  await page.getByRole('button', { name: '更换手机号' }).click()
  await page.getByText('手机号已经更换').waitFor()
  expect(await page.locator('main dl').first().innerText()).toContain(next)
  await page.goto(`${house.portal}/my/sign-ins`)
  await stage.shoot(page, 'sign-ins')
  await page.goto(`${house.portal}/my/organisation`)
  await stage.shoot(page, 'activate')
})

test.skipIf(!browsing)(
  'by hand: an account is disabled for a reason, enabled as the head grants; the auditor sees who did it and has the chain checked',
  { timeout: 240_000 },
  async () => {
    const complaints: string[] = []
    const at = async (login: string, path: string) => {
      const context = await contextOf(browser, house.portal, await staffOf(house.portal, login))
      const page = await context.newPage()
      listen(page, complaints)
      await page.goto(`${house.portal}/console${path}`)
      return page
    }
    const find = async (page: Page) => {
      await page.getByLabel('证件号码').fill(people[3]?.idNumber ?? '')
      await page.getByRole('button', { name: '查找' }).click()
      await page.getByRole('heading', { name: people[3]?.name ?? '', exact: true }).waitFor()
    }
    const because = async (page: Page, button: string, reason: string) => {
      await page.getByRole('button', { name: button }).click()
      await page.locator('.ant-drawer textarea').fill(reason)
      await page.locator('.ant-drawer button[type=submit]').click()
      await page.locator('.ant-drawer').waitFor({ state: 'detached' })
    }
    const manager = await at('manager', '/accounts/users')
    await find(manager)
    await because(manager, '禁用账号', '冒用他人信息注册')
    await manager.getByText('已禁用').first().waitFor()
    await because(manager, '申请解禁', '本人已更正')
    await manager.getByText('等待负责人审核').waitFor()
    await stage.shoot(manager, 'console-user-account')
    const head = await at('head', '/accounts/users')
    await find(head)
    await head.getByRole('button', { name: '同意解禁' }).click()
    await head.getByText('正常').first().waitFor()
    const auditor = await at('audit', '/records/audit')
    await auditor.getByText('禁用账号、申请解禁').first().waitFor()
    await auditor
      .getByText(/管样例/)
      .first()
      .waitFor()
    await auditor.getByRole('button', { name: '立即校验' }).click()
    await auditor.getByText('完整，与写入时一致').waitFor({ timeout: 30_000 })
    await stage.shoot(auditor, 'console-audit')
    const counter = await at('market.counter', '/accounts/users')
    await counter.getByRole('button', { name: '窗口实名注册' }).click()
    await stage.shoot(counter, 'console-register-in-person')
    const steward = await at('system', '/account')
    await steward.getByRole('button', { name: '绑定动态口令' }).click()
    await steward.getByText('请立即在手机应用中添加').waitFor()
    await stage.shoot(steward, 'console-second-factor')
    expect(complaints).toEqual([])
  },
)
