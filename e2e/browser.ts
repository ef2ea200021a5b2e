import { existsSync, mkdirSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'

const programs = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser']
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const browserProgram = programs.find((path) => path !== undefined && existsSync(path))

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ args: quiet, ...(browserProgram ? { executablePath: browserProgram } : {}) })
}

const widths = [
  ['desktop', 1440],
  ['phone', 360],
] as const

/** Takes a page at both widths into e2e/screenshots. */
export async function photograph(
  browser: Browser,
  name: string,
  url: string,
  cookies: Parameters<BrowserContext['addCookies']>[0] = [],
): Promise<void> {
  mkdirSync('e2e/screenshots', { recursive: true })
  for (const [kind, width] of widths) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })
    if (cookies.length > 0) await context.addCookies(cookies)
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.screenshot({ path: `e2e/screenshots/${name}-${kind}.png`, fullPage: true })
    await context.close()
  }
}
