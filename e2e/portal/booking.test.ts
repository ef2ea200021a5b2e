import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { demoPassword } from '@yiwang/server'
import { openBrowser } from '../browser.ts'
import { startInstallation, type Installation } from '../installation.ts'
import { aStage } from '../main-job/stage.ts'
import { visitorOf } from '../visitor.ts'
import { pageAt } from './page-read.ts'

const food = 'XK00621000330102000000YW9000131100'
const withBrowser = !process.env['YIWANG_NO_BROWSER']
let house: Installation
let browser: Browser

beforeAll(async () => {
  house = await startInstallation(inject('postgresUrl'))
  if (withBrowser) browser = await openBrowser()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await house.close()
}, 60_000)

test('a stranger sees that the item can be booked, and is asked to sign in before he books', { timeout: 60_000 }, async () => {
  expect((await pageAt(house.portal, `/items/${food}`)).links).toContain(`/book/${food}`)
  const answer = await fetch(`${house.portal}/book/${food}`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/sign-in?back=${encodeURIComponent(`/book/${food}`)}`])
  expect((await fetch(`${house.portal}/my/appointments`, { redirect: 'manual' })).status).toBe(303)
})

test.runIf(withBrowser)(
  'from the guide to an appointment with number and QR code, seen in the space, not booked twice, and cancelled',
  { timeout: 120_000 },
  async () => {
    const somebody = visitorOf(house.portal)
    expect((await somebody('POST', '/sessions', { login: '19900000002', password: demoPassword })).status).toBe(201)
    const stage = aStage(browser, house)
    const page = await stage.newPage()
    const [name = '', value = ''] = somebody.cookie().split('=')
    await page.context().addCookies([{ name, value, url: house.portal }])
    await page.goto(`${house.portal}/my/appointments`)
    expect(await page.getByText('还没有预约').isVisible()).toBe(true)
    await page.goto(`${house.portal}/items/${food}`)
    await page.getByRole('link', { name: '预约', exact: true }).click()
    await page.getByRole('button', { name: '确认预约' }).click()
    expect(await page.getByRole('alert').first().innerText()).toContain('请选择日期和时段')
    await page
      .getByRole('radio', { name: /09:00–10:00/ })
      .first()
      .check()
    await stage.shoot(page, 'book')
    await page.getByRole('button', { name: '确认预约' }).click()
    expect(await page.getByRole('status').innerText()).toContain('预约成功')
    expect(await page.getByRole('img', { name: /预约二维码 A\d{13}/ }).isVisible()).toBe(true)
    await stage.shoot(page, 'appointment-booked')
    await page.goto(`${house.portal}/my/appointments`)
    await stage.shoot(page, 'my-appointments')
    await page.goto(`${house.portal}/book/${food}`)
    await page
      .getByRole('radio', { name: /14:00–15:00/ })
      .first()
      .check()
    await page.getByRole('button', { name: '确认预约' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('已有一个未完成的预约')
    await page.goto(`${house.portal}/my/messages`)
    await page.getByRole('link', { name: '预约成功' }).click()
    await page.getByRole('button', { name: '取消预约' }).click()
    await page.getByText('已取消').first().waitFor()
    expect(await page.getByRole('button', { name: '取消预约' }).count()).toBe(0)
    await page.context().close()
  },
)
