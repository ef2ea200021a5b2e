import type { Page } from 'playwright-core'
import type { Desk } from './desk-of.ts'

const write = (label: string, text: string) => async (page: Page) => page.locator('.act-sheet').getByLabel(label).fill(text)

/** 一次告知: everything that is missing, at once. */
export async function askForCorrection(desk: Desk, material: string, what: string): Promise<void> {
  await desk.act('要求补正', async (page) => {
    await page.locator('.act-sheet').getByRole('checkbox', { name: material }).check()
    await page.locator('.act-sheet').getByPlaceholder('哪里不符合要求').fill(what)
    await desk.shoot('correction')
  })
}

/** 预审, and with the originals on the counter 受理. */
export async function preAccept(desk: Desk): Promise<void> {
  await desk.act('预审通过', write('意见', '材料齐全，请带原件到窗口核对。'))
}

export async function acceptWithOriginals(desk: Desk): Promise<void> {
  await desk.act('受理', async (page) => {
    for (const seen of await page.getByText('已见原件').all()) await seen.click()
    await desk.shoot('acceptance')
  })
}

/** A step of the department's own flow. */
export async function finishStep(desk: Desk, outcome: string): Promise<void> {
  await desk.act(
    '办理：',
    async (page) => {
      await page.locator('.act-sheet').getByText(outcome, { exact: true }).click()
      await write('意见', '材料齐全，符合法定条件。')(page)
      await desk.shoot(`step-${outcome}`)
    },
    '提交意见',
  )
}

export async function decide(desk: Desk): Promise<void> {
  await desk.act('作出决定', async (page) => {
    await page.locator('.act-sheet').getByText('准予', { exact: true }).click()
    await write('理由和依据', '符合《中华人民共和国居民身份证法》第十一条，准予换领。')(page)
    await desk.shoot('decision')
  })
}

/** The licence is made and sealed outside the act; until it is there, completion is refused in words and can be pressed again. */
export async function produceAndComplete(desk: Desk): Promise<void> {
  await desk.act('制作结果')
  await desk.page.locator('.task-main').getByRole('button', { name: /^办结/ }).click()
  const sheet = desk.page.locator('.act-sheet')
  for (let press = 0; press < 40 && (await sheet.count()) > 0; press += 1) {
    await sheet
      .getByRole('button', { name: '办结', exact: true })
      .click({ timeout: 500 })
      .catch(() => undefined)
    await desk.page.waitForTimeout(500)
  }
  await sheet.waitFor({ state: 'detached' })
  await desk.shoot('completed')
}
