import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '@yiwang/kernel'
import { organisation } from '@yiwang/organisation'
import { aBody, homeBody } from '@yiwang/organisation/testing'
import { renderPaper } from '@yiwang/papers'
import { openTestSandbox } from '@yiwang/sandbox/testing'
import { openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { checkPdf, sandboxAuthority, sealPdf, seals } from './index.ts'
import { aSealInUse } from './testing.ts'

const face = {
  name: '样例许可证',
  layout: 'landscape' as const,
  colour: 'red' as const,
  licenceNumber: 'YL33010220260001',
  issuer: '上城区样例局',
  fields: [{ label: '名称', value: '样例店' }],
  verifyUrl: 'http://127.0.0.1/v/x',
}

test('a seal is certified by the authority of the sandbox over HTTP, seals, and is revoked there when it is lost', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-ca-'))
  const sandbox = await openTestSandbox({ folder })
  t.onTestFinished(async () => {
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const authority = sandboxAuthority({ url: sandbox.address, clock: sandbox.clock })
  const hall = await openHall(t, { modules: [organisation, seals], outside: { certificateAuthority: authority } })
  await hall.act((act) => aBody(act))
  const seal = await aSealInUse(hall.house, { bodyCode: homeBody })
  const work = hall.house.work(systemActor('test'))
  const { pdf, sealSpot } = await renderPaper('certificate', face, { now: hall.clock.now() })
  if (!sealSpot) throw new Error('no place for the seal')
  const wish = { bodyCode: homeBody, pdf, spot: sealSpot, purpose: '样例' }
  const sealed = await sealPdf(work, wish)
  expect(await checkPdf(work, sealed)).toMatchObject({ verdict: 'valid', signatures: [{ stamped: true, bodyCode: homeBody }] })

  sandbox.clock.advance(60)
  await authority.revoke(seal.serial ?? '', 'keyCompromise')
  sandbox.clock.advance(120)
  hall.clock.advance(180_000)
  await expect(sealPdf(work, wish)).rejects.toMatchObject({ code: 'seal.certificateNotGood', details: { problems: ['revoked'] } })
  expect((await checkPdf(work, sealed)).verdict).toBe('valid')

  await sandbox.close()
  sandbox.clock.advance(120)
  await expect(sealPdf(work, wish)).rejects.toMatchObject({ status: 502 })
})
