import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { demoPassword } from '@yiwang/server'
import { openBrowser } from '../browser.ts'
import { startInstallation, type Installation } from '../installation.ts'
import { visitorOf } from '../visitor.ts'
import { contextOf, listen, lookAt } from './look-at.ts'
import { staffOf } from './walk-in.ts'

const food = 'XK00621000330102000000YW9000131100'
const browsing = !process.env['YIWANG_NO_BROWSER']
let house: Installation
let browser: Browser

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

test.skipIf(!browsing)(
  'the hall finds whom it expects, confirms and cancels; the one who booked is told why',
  { timeout: 120_000 },
  async () => {
    const somebody = visitorOf(house.portal)
    expect((await somebody('POST', '/sessions', { login: '19900000002', password: demoPassword })).status).toBe(201)
    const [place] = (await somebody('GET', `/items/${food}/halls`)).body.items
    const { hallId, counters } = place
    const [day] = (await somebody('GET', `/items/${food}/halls/${hallId}/days`)).body.days
    const wish = { implementationCode: food, hallId, counterId: counters[0].id, day: day.day, begins: day.slots[0].begins }
    const booked = await somebody('POST', '/my/appointments', wish)
    expect(booked.status).toBe(201)

    const context = await contextOf(browser, house.portal, await staffOf(house.portal, 'manager'))
    const page = await context.newPage()
    const complaints: string[] = []
    listen(page, complaints)
    const address = `${house.portal}/console/halls/appointments?hall=${hallId}`
    expect(await lookAt(page, address, 'appointments')).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByText(day.slots[0].begins).first().click()
    await page.getByRole('button', { name: '确认预约' }).click()
    await page.getByRole('button', { name: '确认预约' }).waitFor({ state: 'detached' })
    await page.screenshot({ path: 'e2e/screenshots/console-appointment-one.png' })
    expect((await somebody('GET', `/my/appointments/${booked.body.number}`)).body.state).toBe('confirmed')
    expect(await page.getByRole('button', { name: '登记已办理' }).isDisabled()).toBe(true)
    await page.getByLabel('取消原因').fill('大厅临时停电')
    await page.getByRole('button', { name: '取消预约' }).click()
    await page.getByRole('button', { name: '取消预约' }).waitFor({ state: 'detached' })
    const seen = (await somebody('GET', `/my/appointments/${booked.body.number}`)).body
    expect(seen).toMatchObject({ state: 'cancelled', cancelReason: '大厅临时停电' })
    expect(complaints).toEqual([])
    await context.close()
  },
)
