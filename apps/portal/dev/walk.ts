/** The ways through the portal in a browser, with and without script: `node apps/portal/dev/walk.ts http://127.0.0.1:4390`. */
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../../e2e/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const base = process.argv[2] ?? ''
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
const expect = (truth: unknown, what: string) => {
  if (!truth) process.exitCode = 1
  console.log(truth ? 'ok  ' : 'FAIL', what)
}

for (const javaScriptEnabled of [false, true]) {
  console.log(javaScriptEnabled ? '— with script' : '— without script')
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  const noise: string[] = []
  page.on(
    'console',
    (message: { type(): string; text(): string }) =>
      message.type() === 'error' && !/422|404/.test(message.text()) && noise.push(message.text()),
  )
  page.on('pageerror', (error: Error) => noise.push(error.message))

  await page.goto(`${base}/`)
  await page.getByRole('button', { name: '长辈版' }).click()
  expect(await page.locator('html[data-elder]').count(), 'elder mode by a form, back on the page it was chosen on')
  await page.getByRole('button', { name: '返回标准版' }).click()
  expect((await page.locator('html[data-elder]').count()) === 0, 'and off again')

  await page.locator('main [role=search] input[type=search]').fill('食品经营')
  await page.locator('main [role=search] button').click()
  expect(await page.locator('mark').count(), 'search marks the match')
  await page
    .getByRole('link', { name: /食品经营许可新办/ })
    .first()
    .click()
  await page.getByRole('link', { name: '在线办理' }).first().click()
  expect(page.url().includes('/sign-in?back='), 'applying asks to sign in first')
  await page.getByRole('button', { name: '登录', exact: true }).last().click()
  expect((await page.locator('.error-summary li').count()) === 2, 'both empty fields are named at once')
  await page.getByLabel('身份证号或手机号').fill('330106196801051234')
  await page.getByLabel('密码', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: '登录', exact: true }).last().click()
  expect((await page.getByLabel('身份证号或手机号').inputValue()) === '330106196801051234', 'a wrong password keeps what was typed')
  expect((await page.getByLabel('密码', { exact: true }).inputValue()) === '', 'but not the password')
  await page.getByLabel('密码', { exact: true }).fill('right one')
  await page.getByRole('button', { name: '登录', exact: true }).last().click()
  expect(page.url().includes('/apply/'), 'and after signing in it goes on where it was')

  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByText('餐饮服务（现做现卖）').click()
  if (javaScriptEnabled) await page.getByRole('button', { name: '下一步' }).last().click()
  await page.getByText('本人办').click()
  await page.getByRole('button', { name: '下一步' }).last().click()
  expect(page.url().includes('/form?draft='), 'questions lead to the form')
  if (javaScriptEnabled) {
    await page.getByLabel('经营面积').waitFor({ state: 'hidden', timeout: 3000 })
    expect(true, 'what is not asked for is hidden')
  }
  await page.getByRole('button', { name: '下一步' }).last().click()
  expect(await page.locator('.error-summary').count(), 'an incomplete form says what is missing')
  await page.getByLabel('店名').fill('阿兰面馆')
  await page.getByText('餐饮服务', { exact: true }).click()
  await page.getByLabel('经营面积').fill('45')
  await page.getByLabel('经营场所地址').fill('文三路 100 号')
  await page.getByRole('button', { name: '下一步' }).last().click()
  expect(page.url().includes('/materials?draft='), 'a complete form leads to the papers')
  for (const input of await page.locator('input[type=file]').all()) {
    if (await input.isVisible())
      await input.setInputFiles({ name: '材料.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
  }
  await page.getByRole('button', { name: '下一步' }).last().click()
  expect(page.url().includes('/delivery?draft='), 'papers lead to delivery')
  await page.getByText('快递送达').click()
  await page.getByRole('button', { name: '下一步' }).last().click()
  expect((await page.locator('.error-summary li').count()) === 3, 'a courier needs name, telephone and address')
  await page.getByLabel('姓名').fill('王秀兰')
  await page.getByLabel('手机号').fill('13800138000')
  await page.getByRole('textbox', { name: '地址' }).fill('杭州市西湖区文三路 100 号')
  await page.getByRole('button', { name: '下一步' }).last().click()
  expect(await page.getByText('阿兰面馆').count(), 'everything is shown once more')
  await page.getByRole('button', { name: '提交申请' }).click()
  expect(await page.locator('.error-summary').count(), 'without the promise it is not sent')
  await page.locator('input[name=promise]').check()
  await page.getByRole('button', { name: '提交申请' }).click()
  expect(await page.getByRole('heading', { name: '申请已提交' }).count(), 'the receipt shows the number')

  await page.goto(`${base}/register/person`)
  await page.getByLabel('姓名').fill('王秀兰')
  await page.getByRole('textbox', { name: '身份证号' }).fill('123')
  await page.getByRole('button', { name: '下一步' }).last().click()
  expect(await page.getByText('身份证号不对').count(), 'registration refuses a number that cannot be')
  await page.getByRole('textbox', { name: '身份证号' }).fill('11010519491231002X')
  await page.getByRole('button', { name: '下一步' }).last().click()
  await page.getByLabel('手机号').fill('13800138000')
  await page.getByRole('button', { name: '发验证码，下一步' }).click()
  expect((await page.locator('.agreement li').count()) === 10, 'ten articles before signing')
  await page.getByRole('button', { name: '返回' }).click()
  expect((await page.getByLabel('手机号').inputValue()) === '13800138000', 'going back keeps what was typed')
  expect(noise.length === 0, `nothing in the console ${noise.join(' | ')}`)
  await context.close()
}
await browser.close()
