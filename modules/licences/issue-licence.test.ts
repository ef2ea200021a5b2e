import { homeBody, places } from '@yiwang/organisation/testing'
import { aSealInUse } from '@yiwang/seals/testing'
import { somebodyWaits } from '@yiwang/testing'
import { isLicenceIdentifier } from '@yiwang/standards'
import { aFullDisk } from '@yiwang/storage/testing'
import { expect, test } from 'vitest'
import { licencesOf } from './index.ts'
import { openLicences, otherBody, otherNumber, personNumber, type LicenceHall } from './licence-hall.testing.ts'
import { aLicence, aLicenceType, aTypeCode } from './testing.ts'

const names = async ({ hall }: LicenceHall) =>
  (await hall.published()).map((event) => event.name).filter((name) => name.startsWith('licence.'))
const heldBy = (office: LicenceHall, number = personNumber) => office.hall.act((act) => licencesOf(act, { kind: 'person', number }))

test('a decision issues a licence, and its sealed file follows', async (t) => {
  const office = await openLicences(t)
  const issued = await office.hall.act((act) => aLicence(act))
  expect(isLicenceIdentifier(issued.identifier)).toBe(true)
  expect(issued.identifier).toContain(`${aTypeCode}.${homeBody}.2026`)
  expect(issued.number).toMatch(/^YL3301022026\d{9}$/)
  expect(await heldBy(office)).toEqual([])
  await office.hall.settle()
  expect(await heldBy(office)).toMatchObject([
    { identifier: issued.identifier, type: aTypeCode, name: '样例许可证', validUntil: '2031-03-01' },
  ])
  expect(await heldBy(office, otherNumber)).toEqual([])
  expect(await names(office)).toEqual(['licence.issued', 'licence.made'])
})

test('the same decision again has the licence it has, and two at once make one', async (t) => {
  const office = await openLicences(t, { connections: 4 })
  const subject = { kind: 'case', key: '33010220260302000001' }
  const first = await office.hall.act((act) => aLicence(act, { subject }))
  expect(await office.hall.act((act) => aLicence(act, { subject }))).toEqual(first)
  const other = { kind: 'case', key: '33010220260302000002' }
  const both = await Promise.all([1, 2, 3].map(() => office.hall.act((act) => aLicence(act, { subject: other }))))
  expect(new Set(both.map(({ identifier, number }) => `${identifier} ${number}`)).size).toBe(1)
  await office.hall.settle()
  expect(await heldBy(office)).toHaveLength(2)
})

test('who issues for a decision while another does waits for that one, and gets the licence it made', async (t) => {
  const { hall } = await openLicences(t, { connections: 4 })
  const subject = { kind: 'case', key: '33010220260302000003' }
  let second: Promise<unknown> = Promise.resolve()
  const first = await hall.act(async (act) => {
    const made = await aLicence(act, { subject })
    second = hall.act((other) => aLicence(other, { subject }))
    await Promise.race([second, somebodyWaits(hall)])
    return made
  })
  expect(await second).toEqual(first)
})

test('with the seal service down the licence waits, and is made once when it is back', async (t) => {
  const office = await openLicences(t, { connections: 4 })
  office.authority.down.stamping = true
  await office.hall.act((act) => aLicence(act))
  await expect(office.hall.runJob('licences.makeWaiting')).rejects.toThrow('1 of 1 licences could not be made')
  expect(await names(office)).toEqual(['licence.issued'])
  expect(await heldBy(office)).toEqual([])
  office.authority.down.stamping = false
  await Promise.all([office.hall.runJob('licences.makeWaiting'), office.hall.runJob('licences.makeWaiting')])
  await office.hall.settle()
  expect(await names(office)).toEqual(['licence.issued', 'licence.made'])
  expect(await heldBy(office)).toHaveLength(1)
})

test('with the disk full the licence waits without a file, and is made once when there is room again', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) => aLicence(act))
  const disk = await aFullDisk(1000)
  t.onTestFinished(disk.free)
  await expect(office.hall.runJob('licences.makeWaiting')).rejects.toThrow('1 of 1 licences could not be made')
  expect(await names(office)).toEqual(['licence.issued'])
  expect(await heldBy(office)).toEqual([])
  disk.free()
  await office.hall.runJob('licences.makeWaiting')
  await office.hall.settle()
  expect(await names(office)).toEqual(['licence.issued', 'licence.made'])
  expect(await heldBy(office)).toHaveLength(1)
})

test('an issuer without a seal does not keep the licences of others waiting', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) => aLicence(act, { issuer: { code: otherBody, name: '上城区别的局', division: places.county } }))
  await office.hall.act((act) => aLicence(act))
  await expect(office.hall.runJob('licences.makeWaiting')).rejects.toThrow('1 of 2')
  expect(await heldBy(office)).toHaveLength(1)
  await aSealInUse(office.hall.house, { bodyCode: otherBody })
  await office.hall.runJob('licences.makeWaiting')
  expect(await heldBy(office)).toHaveLength(2)
})

test('R5B-198 R5B-206 R7-021 what does not fit the type is not issued, and nothing is left of it', async (t) => {
  const office = await openLicences(t)
  const lasting = '11100000000013338W902'
  await office.hall.act((act) => aLicenceType(act, { code: lasting, validity: { kind: 'limited' }, holderKinds: ['organisation'] }))
  const issuer = { code: otherBody, name: '上城区别的局', division: places.county }
  await office.hall.act((act) => aLicenceType(act, { code: '11100000000013338W903', issuers: [homeBody] }))
  const firm = { kind: 'organisation', name: '样例店', number: homeBody } as const
  const refused: [Parameters<typeof aLicence>[1], string][] = [
    [{ type: '11100000000013338W999' }, 'licence.typeNotFound'],
    [{ face: {} }, 'licence.faceInvalid'],
    [{ face: { place: '样例路1号', colour: 'red' } }, 'licence.faceInvalid'],
    [{ face: { place: '样例路1号', since: '2026-02-30' } }, 'licence.faceInvalid'],
    [
      { holder: { kind: 'person', name: '张测试', number: `${personNumber.slice(0, -1)}${personNumber.endsWith('1') ? '2' : '1'}` } },
      'licence.holderInvalid',
    ],
    [{ type: lasting, validTo: '2030-01-01' }, 'licence.holderNotForeseen'],
    [{ type: lasting, holder: firm }, 'licence.validityInvalid'],
    [{ validTo: '2026-03-01' }, 'licence.validityInvalid'],
    [{ type: '11100000000013338W903', issuer }, 'licence.issuerNotAllowed'],
  ]
  for (const [over, code] of refused) {
    const answer = await office.hall.act((act) => aLicence(act, over)).catch((error: unknown) => error)
    expect(answer).toMatchObject({ code })
  }
  expect(await names(office)).toEqual([])
  await office.hall.settle()
  expect(await heldBy(office)).toEqual([])
})

test('a number that is in use for the type is not given again', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) => aLicence(act, { number: 'YL-旧-001' }))
  await expect(office.hall.act((act) => aLicence(act, { number: 'YL-旧-001' }))).rejects.toMatchObject({ code: 'licence.numberTaken' })
})

test('an act that fails after issuing leaves no licence', async (t) => {
  const office = await openLicences(t)
  const failing = office.hall.act(async (act) => {
    await aLicence(act)
    throw new Error('the decision fails')
  })
  await expect(failing).rejects.toThrow('the decision fails')
  await office.hall.settle()
  expect(await names(office)).toEqual([])
  expect(await heldBy(office)).toEqual([])
})

test('face, name and number of the holder are not readable in the database', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) => aLicence(act, { face: { place: '很特别的地址' } }))
  const rows = await office.hall.act(async ({ tx }) => ({
    licences: await tx.selectFrom('licences.licence').selectAll().execute(),
    versions: await tx.selectFrom('licences.licence_version').selectAll().execute(),
  }))
  const text = JSON.stringify(rows)
  for (const secret of ['很特别的地址', '张测试', personNumber]) expect(text).not.toContain(secret)
  expect(text).toContain('样例许可证')
})

test('R5B-209 the record of versions cannot be overwritten', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) => aLicence(act))
  const overwrite = office.hall.act(({ tx }) => tx.updateTable('licences.licence_version').set({ state: 'revoked' }).execute())
  await expect(overwrite).rejects.toThrow('append-only')
})
