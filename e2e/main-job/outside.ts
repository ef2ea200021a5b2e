import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'

/** The code of the newest message, read from the screen of the phone as a person reads it. */
export async function codeFromInbox(stage: Stage, phone: string): Promise<string> {
  const page = await stage.newPage()
  const code = page.locator('article').first().locator('.code')
  for (let look = 0; look < 40; look += 1) {
    await page.goto(`${stage.sandbox}/inbox?to=${phone}&kind=sms`)
    if ((await code.count()) > 0) break
    await page.waitForTimeout(250)
  }
  const text = await code.innerText()
  await stage.shoot(page, 'sandbox-inbox')
  await page.context().close()
  return text.trim()
}

/** Pays at the payment platform’s own cashier, which tells the house by signed callback and leads the payer back. */
export async function payAtCashier(stage: Stage, page: Page): Promise<void> {
  await page.getByRole('button', { name: /^支付 / }).waitFor()
  await stage.shoot(page, 'sandbox-cashier')
  await page.getByLabel('支付宝').check()
  await page.getByRole('button', { name: /^支付 / }).click()
  await page.getByRole('heading', { name: '支付成功' }).waitFor()
  await page.getByRole('link', { name: '返回办事页面' }).click()
}

/** The courier takes the parcel from hand to hand; each step reaches the house by signed callback. */
export async function deliverByCourier(stage: Stage, recipient: string): Promise<void> {
  const page = await stage.newPage()
  await page.goto(`${stage.sandbox}/courier`)
  await page.getByRole('row').filter({ hasText: recipient }).getByRole('link').first().click()
  for (const state of ['已取件', '运输中', '派送中', '已签收']) {
    const button = page.getByRole('button', { name: state })
    if ((await button.count()) > 0) await button.click()
  }
  await page.getByText('已签收').first().waitFor()
  await stage.shoot(page, 'sandbox-courier')
  await page.context().close()
}
