import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Where the story plays, and its camera. */
export interface Stage {
  portal: string
  sandbox: string
  /** A page of somebody with a browser of his own: nothing is shared with the others. */
  newPage(): Promise<Page>
  /** The page as it stands, at 1440 and at 360 px; looked at by axe, and not wider than the phone. */
  shoot(page: Page, name: string): Promise<void>
}

const folder = 'e2e/screenshots'
const desk = { width: 1440, height: 900 }
const phone = { width: 360, height: 740 }

export function aStage(browser: Browser, { portal, sandbox }: { portal: string; sandbox: string }): Stage {
  mkdirSync(folder, { recursive: true })
  let shots = 0
  return {
    portal,
    sandbox,
    newPage: async () => {
      const context = await browser.newContext({ viewport: desk, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
      context.setDefaultTimeout(15_000)
      return context.newPage()
    },
    shoot: async (page, name) => {
      const number = String((shots += 1)).padStart(2, '0')
      await page.screenshot({ path: `${folder}/${number}-${name}-1440.png`, fullPage: true })
      expect(await findings(page), name).toEqual([])
      await page.setViewportSize(phone)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${name} is wider than a phone`).toBeLessThanOrEqual(
        0,
      )
      await page.screenshot({ path: `${folder}/${number}-${name}-360.png`, fullPage: true })
      await page.setViewportSize(desk)
    },
  }
}

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
