import { aPdf } from '@yiwang/storage/testing'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { codeFromInbox, payAtCashier } from './outside.ts'
import type { Stage } from './stage.ts'

export interface Newcomer {
  name: string
  idNumber: string
  phone: string
  address: string
  socialCardNumber: string
}

const password = '湖边的白鹭 2026'
const next = (page: Page) => page.getByRole('button', { name: '下一步' }).last().click()

/** 实名注册: who one is, a code by SMS, the agreement, and the third factor. */
export async function register(stage: Stage, page: Page, who: Newcomer): Promise<void> {
  await page.goto(stage.portal)
  await stage.shoot(page, 'home')
  await page.getByRole('link', { name: '注册' }).first().click()
  await stage.shoot(page, 'register')
  await page
    .getByRole('link', { name: /个人注册/ })
    .first()
    .click()
  await page.getByLabel('姓名').fill(who.name)
  await page.getByRole('textbox', { name: '身份证号' }).fill(who.idNumber)
  await stage.shoot(page, 'register-identity')
  await next(page)
  await page.getByLabel('手机号').fill(who.phone)
  await stage.shoot(page, 'register-phone')
  await page.getByRole('button', { name: '发验证码，下一步' }).click()
  await page.getByLabel('短信验证码').fill(await codeFromInbox(stage, who.phone))
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输一遍').fill(password)
  await page.getByLabel(/我已满 18 周岁/).check()
  await page.getByLabel(/我已阅读/).check()
  await stage.shoot(page, 'register-agreement')
  await page.getByRole('button', { name: '签订协议，完成注册' }).click()
  const card = page.locator('form').filter({ has: page.getByRole('heading', { name: '社会保障卡' }) })
  await card.getByLabel('卡号').fill(who.socialCardNumber)
  await stage.shoot(page, 'register-third-factor')
  await card.getByRole('button', { name: '核验' }).click()
  await page.getByText('现在可以在线申请').waitFor()
  await stage.shoot(page, 'my-space')
}

/** From the search box, with a wrong sign, to the guide. */
export async function findTheGuide(stage: Stage, page: Page, typed: string, item: string): Promise<void> {
  await page.goto(stage.portal)
  await page.locator('summary').filter({ hasText: '杭州市' }).click()
  await page.getByRole('button', { name: '上城区' }).click()
  await page.locator('main').getByLabel('搜索要办的事').fill(typed)
  await page.locator('main').getByRole('search').getByRole('button').click()
  await page.getByRole('link', { name: item }).first().waitFor()
  await stage.shoot(page, 'search-misspelt')
  await page.getByRole('link', { name: item }).first().click()
  await page.getByRole('heading', { level: 1, name: item }).waitFor()
  await stage.shoot(page, 'guide')
}

/** Step by step; what is known stands there already, and licences of the library take the place of papers. */
export async function apply(stage: Stage, page: Page, who: Newcomer): Promise<string> {
  await page.getByRole('link', { name: '在线办理' }).first().click()
  await stage.shoot(page, 'apply')
  await page.getByRole('button', { name: '开始填写' }).click()
  await answerQuestions(stage, page)
  await fillForm(stage, page, who)
  await giveMaterials(stage, page)
  await chooseCourier(stage, page, who)
  await page.getByText(who.address).first().waitFor()
  await page.getByLabel(/以上内容和材料真实/).check()
  await stage.shoot(page, 'apply-check')
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByRole('heading', { name: '申请已提交' }).waitFor()
  await stage.shoot(page, 'receipt')
  const caseNumber = new URL(page.url()).searchParams.get('case') ?? ''
  await page.getByRole('link', { name: '看办理进度' }).click()
  return caseNumber
}

async function answerQuestions(stage: Stage, page: Page): Promise<void> {
  await page.getByLabel('有效期满').check()
  await page.getByLabel('否', { exact: true }).check()
  await stage.shoot(page, 'apply-questions')
  await next(page)
}

async function fillForm(stage: Stage, page: Page, who: Newcomer): Promise<void> {
  await page.getByText(who.idNumber).waitFor()
  await page.getByLabel('有效期满').check()
  await page.getByLabel('原证有效期止').fill('2027-04-30')
  await page.getByLabel('寄送到家').check()
  await page.getByLabel(/本人承诺/).check()
  await stage.shoot(page, 'apply-form')
  await next(page)
}

async function giveMaterials(stage: Stage, page: Page): Promise<void> {
  expect(await page.getByRole('radio', { name: /用我的证照：居民户口簿/ }).isChecked()).toBe(true)
  expect(await page.getByRole('radio', { name: /用我的证照：居民身份证/ }).isChecked()).toBe(true)
  await page
    .getByRole('group', { name: /申领登记表/ })
    .getByLabel('上传新文件')
    .setInputFiles(scan('登记表.pdf'))
  await stage.shoot(page, 'apply-materials')
  await next(page)
}

async function chooseCourier(stage: Stage, page: Page, { name, phone, address }: Newcomer): Promise<void> {
  await page.getByLabel('快递送达').check()
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('textbox', { name: '地址' }).fill(address)
  await stage.shoot(page, 'apply-delivery')
  await next(page)
}

export const scan = (name: string) => ({ name, mimeType: 'application/pdf', buffer: aPdf({ after: `%${name}\n` }) })

/** What was asked for, and nothing else, goes in again under the same number. */
export async function correct(stage: Stage, page: Page, material: string): Promise<void> {
  await page.reload()
  await stage.shoot(page, 'my-case-correcting')
  await page.getByRole('link', { name: '现在补正' }).click()
  await page.getByLabel(material).setInputFiles(scan('补正.pdf'))
  await stage.shoot(page, 'correction')
  await page.getByRole('button', { name: '提交补正' }).click()
  await page.getByText('已经交上去了').waitFor()
}

/** From the case to the payment platform and back. */
export async function pay(stage: Stage, page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('link', { name: '去缴费' }).click()
  await stage.shoot(page, 'payment')
  await page.getByRole('button', { name: /去支付/ }).click()
  await payAtCashier(stage, page)
  await page.getByText('已缴清').waitFor() // the callback may come a moment after the payer
  await stage.shoot(page, 'payment-paid')
  await page.getByRole('link', { name: '回到办件' }).click()
}

export async function rate(stage: Stage, page: Page): Promise<void> {
  await page.reload()
  await page.getByRole('link', { name: '去评价' }).click()
  await page.getByLabel('非常满意', { exact: true }).check()
  await page.getByLabel('想说的话').fill('没有多跑一趟。<b>谢谢</b>')
  await stage.shoot(page, 'rate')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('谢谢您的评价').waitFor()
  await stage.shoot(page, 'rated')
}
