import { readFileSync } from 'node:fs'
import { askPdfsig, hasJudge } from '@yiwang/crypto/testing'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Stage } from './stage.ts'

/** The licence as it lies in the library of its holder. */
export async function downloadLicence(stage: Stage, page: Page, number: RegExp): Promise<Buffer> {
  await page.goto(`${stage.portal}/my/licences`)
  await stage.shoot(page, 'my-licences')
  const download = page.waitForEvent('download')
  const newest = page.getByRole('listitem').filter({ hasText: number }).first()
  await newest.getByRole('link', { name: '下载' }).click()
  return readFileSync(await (await download).path())
}

/** Anybody, without an account: the file itself, then a copy with one byte changed. */
export async function verifyByUpload(stage: Stage, licence: Buffer): Promise<void> {
  const page = await stage.newPage()
  await upload(stage, page, licence)
  await page.getByRole('heading', { name: '真实有效' }).waitFor()
  await stage.shoot(page, 'verify-genuine')
  await upload(stage, page, oneByteChanged(licence))
  await page.getByRole('heading', { name: '文件被改动过' }).waitFor()
  await stage.shoot(page, 'verify-altered')
  await page.context().close()
}

async function upload(stage: Stage, page: Page, buffer: Buffer): Promise<void> {
  await page.goto(`${stage.portal}/verify`)
  const form = page.locator('form').filter({ has: page.getByLabel('选择要验的文件') })
  await form.getByLabel('选择要验的文件').setInputFiles({ name: '证照.pdf', mimeType: 'application/pdf', buffer })
  await form.getByRole('button', { name: '查验' }).click()
}

function oneByteChanged(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf)
  copy[2000] = (copy[2000] ?? 0) ^ 1
  return copy
}

/** Poppler trusts the licence where only the authority of the demo is trusted, and reports the altered copy. */
export async function judgeByPoppler(stage: Stage, licence: Buffer): Promise<void> {
  if (!hasJudge('pdfsig', 'certutil')) return
  const root = await (await fetch(`${stage.sandbox}/ca/root`)).text()
  const said = askPdfsig(licence, root).output
  for (const words of ['Signature is Valid.', 'Certificate is Trusted.', 'Total document signed']) expect(said).toContain(words)
  expect(askPdfsig(oneByteChanged(licence), root).output).toContain('Digest Mismatch')
}

/** By its number anybody sees how far it is, and learns nothing of the person. */
export async function lookUp(stage: Stage, caseNumber: string, name: string): Promise<void> {
  const page = await stage.newPage()
  await page.goto(`${stage.portal}/progress`)
  await page.getByLabel('办件编号').fill(caseNumber)
  await page.getByRole('button', { name: '查进度' }).click()
  await page.getByText('已送达').first().waitFor()
  expect(await page.locator('main').innerText()).not.toContain(name)
  await stage.shoot(page, 'progress')
  await page.context().close()
}
