import type { Browser, Page } from 'playwright-core'
import type { Stage } from './stage.ts'

const open = [
  '/',
  '/person',
  '/organisation',
  '/departments',
  '/search?q=食品',
  '/progress',
  '/verify',
  '/help',
  '/sign-in',
  '/sign-in/reset',
]
const forms = ['/register', '/register/person', '/register/organisation', '/agreements/person']
const own = [
  '/my',
  '/my/cases',
  '/my/appointments',
  '/my/cases?which=drafts',
  '/my/licences',
  '/my/files',
  '/my/messages',
  '/my/profile',
  '/my/phone',
  '/my/organisation',
  '/my/sign-ins',
  '/my/identity-check',
  '/my/closing',
  '/my/agreement',
]

/** What the way through the main job did not pass. */
export async function lookAround(stage: Stage, page: Page): Promise<void> {
  for (const path of [
    '/my/cases',
    '/my/files',
    '/my/messages',
    '/my/profile',
    '/my/phone',
    '/my/organisation',
    '/my/sign-ins',
    '/my/closing',
    '/my/agreement',
  ])
    await visit(stage, page, path)
  const stranger = await stage.newPage()
  for (const path of ['/person', '/organisation', '/departments', '/search?q=食品', '/help', '/sign-in', '/agreements/person'])
    await visit(stage, stranger, path)
  await stranger.context().close()
}

async function visit(stage: Stage, page: Page, path: string): Promise<void> {
  await page.goto(stage.portal + path)
  await stage.shoot(page, path.slice(1).replace(/\?.*/, '').replaceAll('/', '-'))
}

interface Visit {
  portal: string
  /** Whose pages; a stranger sees the public ones. */
  cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>
  language: 'zh' | 'en'
}

/** Every page on a phone, without script: whole, no wider than the screen, with no key in the place of a text. What is wrong, in words. */
export async function withoutScript(browser: Browser, { portal, cookies, language }: Visit): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
  await context.addCookies([...cookies, { name: 'lang', value: language, url: portal }])
  const page = await context.newPage()
  const wrong: string[] = []
  for (const path of cookies.length > 0 ? own : [...open, ...forms]) {
    const answer = await page.goto(portal + path)
    if (answer?.status() !== 200) wrong.push(`${path} answers ${answer?.status()}`)
    if (new URL(page.url()).pathname !== new URL(portal + path).pathname) wrong.push(`${path} leads to ${page.url()}`)
    if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) wrong.push(`${path} has not one heading`)
    const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
    if (beyond > 0) wrong.push(`${path} is ${beyond} px too wide in ${language}`)
    const keys = (await page.locator('body').innerText()).match(/\b[a-z]+[A-Za-z0-9]*(\.[a-zA-Z0-9]+){1,3}\b/g) ?? []
    wrong.push(...keys.filter((key) => !/\.(cn|pdf|com)$/.test(key)).map((key) => `${path} shows ${key}`))
  }
  await context.close()
  return wrong
}
