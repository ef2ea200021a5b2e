/** Screenshots and axe: `node apps/portal/dev/shots.ts http://127.0.0.1:4390 /tmp/shots name=/path[@cookie=value] … [--axe] [--widths=1440,360] [--elder]`. */
import { createRequire } from 'node:module'
import { mkdirSync } from 'node:fs'

const require = createRequire(new URL('../../../e2e/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const { AxeBuilder } = require('@axe-core/playwright')

const [base = '', folder = '', ...rest] = process.argv.slice(2)
const flag = (name: string) => rest.find((one) => one.startsWith(`--${name}`))?.split('=')[1]
const pages = rest.filter((one) => !one.startsWith('--'))
mkdirSync(folder, { recursive: true })

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args })
for (const width of (flag('widths') ?? '1440,360').split(',').map(Number)) {
  for (const page of pages) {
    const [name = '', target = ''] = page.split(/=(.*)/s)
    const [path = '', cookies = ''] = target.split('@')
    const context = await browser.newContext({
      viewport: { width, height: width > 600 ? 900 : 740 },
      locale: 'zh-CN',
      javaScriptEnabled: !rest.includes('--noscript'),
    })
    const all = [cookies, rest.includes('--elder') ? 'elder=1' : ''].filter(Boolean).join(';').split(';').filter(Boolean)
    await context.addCookies(all.map((one) => ({ name: one.split('=')[0] ?? '', value: one.split('=')[1] ?? '', url: base })))
    const tab = await context.newPage()
    const noise: string[] = []
    tab.on('console', (message: { type(): string; text(): string }) => message.type() === 'error' && noise.push(message.text()))
    tab.on('pageerror', (error: Error) => noise.push(error.message))
    const response = await tab.goto(base + path, { waitUntil: 'load' })
    await tab.waitForTimeout(rest.includes('--slow') ? 1500 : 150)
    const over = await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    if (rest.includes('--print')) await tab.pdf({ path: `${folder}/${name}.pdf`, format: 'A4' })
    await tab.screenshot({
      path: `${folder}/${name}-${width}${rest.includes('--elder') ? '-elder' : ''}.png`,
      fullPage: !rest.includes('--fold'),
    })
    let found = ''
    if (rest.includes('--axe')) {
      const { violations } = await new AxeBuilder({ page: tab })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      found = violations
        .map(
          (one: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }) =>
            `\n   ${one.impact} ${one.id} ×${one.nodes.length}: ${one.nodes[0]?.html.slice(0, 150)}`,
        )
        .join('')
    }
    console.log(
      `${name} ${width} ${response?.status()}${over > 0 ? ` SCROLLS +${over}` : ''}${noise.length > 0 ? ` CONSOLE ${noise.join(' | ').slice(0, 300)}` : ''}${found}`,
    )
    await context.close()
  }
}
await browser.close()
