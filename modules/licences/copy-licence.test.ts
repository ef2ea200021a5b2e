import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { form, openLicences, type LicenceHall } from './licence-hall.testing.ts'
import { aLicence } from './testing.ts'

const wish = { purpose: '办理食品经营许可', validUntil: '2026-04-01' }

async function aMadeLicence(office: LicenceHall): Promise<string> {
  const { identifier } = await office.hall.act((act) => aLicence(act))
  await office.hall.settle()
  return identifier
}
const verdict = async (office: LicenceHall, pdf: Uint8Array) =>
  (await office.hall.stranger.post('/licences/verification', undefined, form(pdf))).body

test('R5A-260 a copy bears the words of its issuer and its last day, is sealed, and tells when it has run out', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  const copy = await office.hall.as(office.person).post(`/my/licences/${identifier}/copies`, wish)
  expect(copy.status).toBe(200)
  const text = spawnSync('pdftotext', ['-', '-'], { input: copy.body })
  if (text.error) console.warn('LEFT OUT: pdftotext is not on this machine, so the words on the copy were not read.')
  else
    expect(text.stdout.toString().replaceAll(/\s/g, '')).toContain(
      '此件由上城区样例局提供，仅供办理政务服务事项时使用，有效期至2026年4月1日',
    )
  expect(await verdict(office, copy.body)).toMatchObject({ verdict: 'valid', copyValidUntil: '2026-04-01', licence: { identifier } })
  office.hall.clock.set('2026-04-02T09:00:00+08:00')
  expect(await verdict(office, copy.body)).toMatchObject({ verdict: 'expired', licence: { state: 'valid' } })
  await office.hall.as(office.clerk).post(`/licences/${identifier}/revocation`, { reason: '依法吊销' })
  expect((await verdict(office, copy.body)).verdict).toBe('revoked')
})

test('of what is not valid, for no day or a day past its end, no copy is made; of another’s neither', async (t) => {
  const office = await openLicences(t)
  const identifier = await aMadeLicence(office)
  const path = `/my/licences/${identifier}/copies`
  const mine = office.hall.as(office.person)
  expect((await mine.post(path, { purpose: wish.purpose })).status).toBe(400)
  for (const validUntil of ['2026-03-01', '2031-03-02'])
    expect((await mine.post(path, { ...wish, validUntil })).body.type).toBe('licence.copyDayInvalid')
  expect((await office.hall.as(office.otherPerson).post(path, wish)).status).toBe(404)
  expect((await office.hall.as(office.clerk).post(path, wish)).status).toBe(403)
  expect((await office.hall.stranger.post(path, wish)).status).toBe(401)
  await office.hall.as(office.clerk).post(`/licences/${identifier}/suspension`, { reason: '依法暂扣' })
  expect((await mine.post(path, wish)).body.type).toBe('licence.notLawful')
  expect(await office.hall.act(({ tx }) => tx.selectFrom('licences.licence_copy').selectAll().execute())).toEqual([])
})
