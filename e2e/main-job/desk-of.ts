import { demoPassword } from '@yiwang/server'
import type { Page } from 'playwright-core'
import type { Stage } from './stage.ts'

/** A member of staff at the console, by mouse and keyboard. */
export interface Desk {
  page: Page
  open(applicant: string): Promise<void>
  /** Opens an act of the desk, fills it in and sends it; the console says that it is done. */
  act(name: string, fill?: (page: Page) => Promise<void>, submit?: string): Promise<void>
  shoot(name: string): Promise<void>
  leave(): Promise<void>
}

export async function sitDown(stage: Stage, loginName: string): Promise<Desk> {
  const page = await stage.newPage()
  await page.goto(`${stage.portal}/console/`)
  await page.getByLabel('登录名').fill(loginName)
  await page.getByLabel('密码').fill(demoPassword)
  await page.getByRole('button', { name: /登\s?录/ }).click()
  await page.getByRole('navigation', { name: '工作台' }).waitFor()
  return {
    page,
    open: async (applicant) => {
      await page.getByRole('row').filter({ hasText: applicant }).first().getByRole('link').first().click()
      await page.locator('.desk-head').waitFor()
    },
    act: (name, fill, submit) => act(page, name, fill, submit),
    shoot: (name) => stage.shoot(page, `console-${name}`),
    leave: () => page.context().close(),
  }
}

async function act(page: Page, name: string, fill?: (page: Page) => Promise<void>, submit = name): Promise<void> {
  await page
    .locator('.task-main')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  const sheet = page.locator('.act-sheet')
  await sheet.waitFor()
  await fill?.(page)
  await sheet.getByRole('button', { name: submit, exact: true }).click()
  await page.getByText('已完成：').first().waitFor()
  await sheet.waitFor({ state: 'detached' })
}
