import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Visitor } from '../visitor.ts'

const widths = [
  ['desktop', 1440],
  ['phone', 360],
] as const

/** What is asked for where it need not be: holidays not announced yet, an item's draft, the versions of a type one does not keep. */
const mayBeMissing = /\/api\/v1\/(calendar\/\d+|implementations\/\w+\/draft|licence-types\/\w+\/versions)$/

export async function contextOf(browser: Browser, portal: string, visitor: Visitor | undefined): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' })
  const [name = '', value = ''] = visitor?.cookie().split('=') ?? []
  if (name !== '') await context.addCookies([{ name, value, url: portal }])
  return context
}

/** Notes what a page complains of: errors in its script, answers nobody expected. */
export function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) complaints.push(`${page.url()} ${line.text()}`)
  })
  page.on('response', (answer) => {
    if (answer.status() >= 400 && !mayBeMissing.test(answer.url())) complaints.push(`${page.url()} ${answer.status()} ${answer.url()}`)
  })
}

/** What is open, at both widths: photographed, measured by axe, and nothing beside the phone's edge. What is wrong with it, in words. */
export async function lookAt(page: Page, address: string, name: string): Promise<string[]> {
  mkdirSync('e2e/screenshots', { recursive: true })
  const wrong: string[] = []
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(address, { waitUntil: 'networkidle' })
  for (const [kind, width] of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.locator('.skeleton').first().waitFor({ state: 'detached', timeout: 15_000 })
    await page.screenshot({ path: `e2e/screenshots/console-${name}-${kind}.png`, fullPage: kind === 'desktop' })
    if ((await page.locator('.flow-board .notice').count()) > 0) wrong.push(`${name}: the flow cannot be opened in the editor`)
    const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
    if (beyond > 0) wrong.push(`${name} is ${beyond} px wider than ${width}`)
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical') wrong.push(`${name} ${kind} ${id} ${String(nodes[0]?.target)}`)
  }
  return wrong
}
