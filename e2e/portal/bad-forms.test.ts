import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aPdf, aZip } from '@yiwang/storage/testing'
import { demoPassword } from '@yiwang/server'
import { inventedPersonId } from '@yiwang/standards/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { startInstallation, type Installation } from '../installation.ts'
import { aStage, type Stage } from '../main-job/stage.ts'
import { aFile, visitorOf, type Visitor } from '../visitor.ts'

const withBrowser = !process.env['YIWANG_NO_BROWSER']
let house: Installation
let browser: Browser
let stage: Stage

beforeAll(async () => {
  if (!withBrowser) return
  house = await startInstallation(inject('postgresUrl'))
  browser = await openBrowser()
  stage = aStage(browser, house)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await house?.close()
}, 60_000)

interface Person {
  name: string
  idNumber: string
  phone: string
  account: boolean
  state: string
  bornOn: string
}
const people = async () => ((await (await fetch(`${house.sandbox}/demo/persons.json`)).json()) as { persons: Person[] }).persons

/** What stands at a field, as a screen reader would say it. */
async function saidAt(page: Page, label: string): Promise<string> {
  const field = page.getByRole('textbox', { name: label })
  await page.locator('[aria-invalid=true]').first().waitFor()
  expect(await field.getAttribute('aria-invalid'), `${label} is not marked`).toBe('true')
  const said = (await field.getAttribute('aria-describedby'))?.split(' ').at(-1)
  return (await page.locator(`[id="${said}"]`).innerText()).trim()
}

const next = (page: Page) => page.getByRole('button', { name: '下一步' }).last().click()

async function typeIdentity(page: Page, name: string, idNumber: string): Promise<void> {
  await page.goto(`${house.portal}/register/person`)
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('textbox', { name: '身份证号' }).fill(idNumber)
  await next(page)
}

test.runIf(withBrowser)(
  'registering with a wrong check digit, as a minor, with nothing: told at the field what is wrong, what was typed stays',
  { timeout: 120_000 },
  async () => {
    const [someone] = await people()
    if (!someone) throw new Error('the sandbox knows nobody')
    const page = await stage.newPage()
    const wrong = someone.idNumber.slice(0, 17) + (someone.idNumber.endsWith('1') ? '2' : '1')
    await typeIdentity(page, someone.name, wrong)
    expect(await saidAt(page, '身份证号')).toMatch(/校验|核对|有误/)
    expect(await page.getByLabel('姓名').inputValue()).toBe(someone.name)
    expect(await page.getByRole('textbox', { name: '身份证号' }).inputValue()).toBe(wrong)
    await stage.shoot(page, 'bad-check-digit')
    await typeIdentity(page, '小演示', inventedPersonId({ division: '330102', birth: '2015-05-05', order: 3 }))
    expect(await saidAt(page, '身份证号')).toMatch(/18|未成年|周岁/)
    await stage.shoot(page, 'bad-minor')
    await typeIdentity(page, '', '')
    expect(await saidAt(page, '姓名')).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(await saidAt(page, '身份证号')).toMatch(/[\u4e00-\u9fff]{4}/)
    await page.context().close()
  },
)

const form = {
  shopName: '样例小馆',
  shopAddress: '浙江省杭州市上城区样例路1号',
  area: 80,
  kind: 'catering',
  scope: '热食类食品制售',
  workers: 3,
  promise: true,
}

interface Applying {
  person: Visitor
  page: Page
  code: string
  draft: string
  materials: { code: string; name: string; need: string }[]
  /** The application as it is on the server, whole but for the materials. */
  whole: Record<string, unknown>
}

/** Somebody signed in, at an application that lacks only its materials. */
async function anApplication(): Promise<Applying> {
  const found = (await people()).find(({ account, state, bornOn }) => account && state === 'alive' && bornOn < '2000')
  if (!found) throw new Error('nobody in the sandbox has an account')
  const person = visitorOf(house.portal)
  expect((await person('POST', '/sessions', { login: found.phone, password: demoPassword })).status).toBe(201)
  const items = (await person('GET', `/items?q=${encodeURIComponent('食品经营许可')}&division=330102`)).body.items
  const code = items.find(({ name }: { name: string }) => name.startsWith('食品经营许可新办')).implementationCode
  const guide = (await person('GET', `/items/${code}`)).body
  const draft = (await person('POST', '/drafts', { implementationCode: code })).body
  const answers = Object.fromEntries(
    guide.questions.map((one: { key: string; options: { value: string }[] }) => [one.key, one.options.at(-1)?.value]),
  )
  const whole = { answers, form: { ...draft.form, ...form, applicantNumber: found.idNumber }, delivery: { method: 'counter' } }
  expect((await person('PUT', `/drafts/${draft.id}`, { ...whole, materials: [] })).status).toBe(200)
  const page = await stage.newPage()
  const [name = '', value = ''] = person.cookie().split('=')
  await page.context().addCookies([{ name, value, url: house.portal }])
  return {
    person,
    page,
    code,
    draft: draft.id,
    whole,
    materials: guide.materials.filter(({ need }: { need: string }) => need !== 'optional'),
  }
}

const bomb = () => aZip(Object.fromEntries(Array.from({ length: 8 }, (_, nth) => [`word/${nth}.xml`, new Uint8Array(30 << 20)])))

test.runIf(withBrowser)(
  'files that are not what they say, programs, bombs and a hundred megabytes: told at the material, in words, nothing kept',
  { timeout: 240_000 },
  async () => {
    const { person, page, code, draft, materials } = await anApplication()
    const field = page.locator(`[id="f-${materials[0]?.code}"]`)
    const folder = mkdtempSync(join(tmpdir(), 'files-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const choose = async (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes)
      await page.goto(`${house.portal}/apply/${code}/materials?draft=${draft}`)
      await field.locator('input[type=file]').setInputFiles(join(folder, name))
      await next(page)
    }
    const give = async (name: string, bytes: Uint8Array) => {
      await choose(name, bytes)
      await field.locator('.field-error').waitFor()
      return (await field.locator('.field-error').innerText()).trim()
    }
    const said = {
      png: await give('照片.png', aPdf()),
      program: await give('合同.pdf', Buffer.from('MZ\u0090\0'.padEnd(200, '\0'), 'latin1')),
      bomb: await give('图纸.ofd', bomb()),
    }
    await stage.shoot(page, 'bad-file')
    expect(said.png).toContain('不符')
    expect(said.program).toMatch(/程序|不符/)
    expect(said.bomb).toMatch(/展开后过大|不能上传|不接受/)
    await choose('扫描件.pdf', Buffer.concat([aPdf(), Buffer.alloc(100 << 20)]))
    await page.getByRole('heading', { name: /太大/ }).waitFor()
    await stage.shoot(page, 'bad-hundred-megabytes')
    expect((await person('GET', '/my/files')).body.items).toEqual([])
    await page.context().close()
  },
)

test.runIf(withBrowser)('a double click on 提交申请 makes one case, and its receipt is shown', { timeout: 120_000 }, async () => {
  const { person, page, code, draft, whole, materials } = await anApplication()
  const given = []
  for (const material of materials) {
    const upload = await person('POST', '/files', aFile(`${material.code}.pdf`, 'application/pdf', aPdf({ after: `%${material.code}\n` })))
    given.push({ code: material.code, source: 'upload', fileId: upload.body.id })
  }
  expect((await person('PUT', `/drafts/${draft}`, { ...whole, materials: given })).body.type).toBeUndefined()
  const before = (await person('GET', '/my/cases')).body.items.length
  await page.goto(`${house.portal}/apply/${code}/check?draft=${draft}`)
  await page.getByLabel(/以上内容和材料真实/).check()
  await page.getByRole('button', { name: '提交申请' }).dblclick()
  await page.getByRole('heading', { name: '申请已提交' }).waitFor()
  expect((await person('GET', '/my/cases')).body.items.length).toBe(before + 1)
  await stage.shoot(page, 'double-click')
  await page.context().close()
})

test.runIf(withBrowser)(
  '全程网办: a scan kept before gives way to the licence that is chosen, and the step is left',
  { timeout: 120_000 },
  async () => {
    const person = visitorOf(house.portal)
    expect((await person('POST', '/sessions', { login: '19900000002', password: demoPassword })).status).toBe(201)
    const code = 'XK00620000330106000000YW9000270100'
    const guide = (await person('GET', `/items/${code}`)).body
    expect(guide.onlineMode).toBe('full')
    const paper = guide.materials.find(({ name }: { name: string }) => name.includes('身份证明'))
    const draft = (await person('POST', '/drafts', { implementationCode: code })).body
    const { id } = (await person('POST', '/files', aFile('身份证.pdf', 'application/pdf', aPdf()))).body
    const answers = Object.fromEntries(
      guide.questions.map((one: { key: string; options: { value: string }[] }) => [one.key, one.options[0]?.value]),
    )
    const kept = { answers, form: draft.form, materials: [{ code: paper.code, source: 'upload', fileId: id }] }
    expect((await person('PUT', `/drafts/${draft.id}`, kept)).status).toBe(200)
    const context = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false })
    const [name = '', value = ''] = person.cookie().split('=')
    await context.addCookies([{ name, value, url: house.portal }])
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.goto(`${house.portal}/apply/${code}/materials?draft=${draft.id}`)
    const field = page.locator(`[id="f-${paper.code}"]`)
    expect(await field.locator('input[type=file]').count()).toBe(0)
    await field.getByRole('radio', { name: /用我的证照/ }).check()
    await next(page)
    await page.locator('h2').first().waitFor()
    expect(await field.locator('.field-error').count()).toBe(0)
    const saved = (await person('GET', `/drafts/${draft.id}`)).body.materials
    expect(saved.find((one: { code: string }) => one.code === paper.code)).toMatchObject({ source: 'licence' })
    await context.close()
  },
)

test.runIf(withBrowser)(
  'the recipient of the courier: proposed, told what is wrong, nothing typed is lost',
  { timeout: 120_000 },
  async () => {
    const { page, code, draft } = await anApplication()
    await page.goto(`${house.portal}/apply/${code}/delivery?draft=${draft}`)
    await page.getByLabel(/快递送达/).check()
    expect(await page.getByLabel('姓名').inputValue()).toMatch(/[\u4e00-\u9fff]{2}/)
    expect(await page.getByLabel('手机号').inputValue()).toMatch(/^1\d{10}$/)
    await page.getByLabel('姓名').fill('王样例')
    await page.getByLabel('手机号').fill('12')
    await page.getByRole('textbox', { name: '地址' }).fill('西')
    await next(page)
    expect(await saidAt(page, '手机号')).toMatch(/11 位/)
    expect(await saidAt(page, '地址')).toMatch(/太短/)
    const typed = await Promise.all(['姓名', '手机号', '地址'].map((label) => page.getByRole('textbox', { name: label }).inputValue()))
    expect(typed).toEqual(['王样例', '12', '西'])
    await stage.shoot(page, 'bad-recipient')
    await page.context().close()
  },
)
