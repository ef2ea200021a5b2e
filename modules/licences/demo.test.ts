import { aPdfPage } from './demo.testing.ts'
import { expect, test } from 'vitest'
import { demoLicenceTypes, demoTypeCode, seedLicenceTypes } from './demo.ts'
import { openLicences } from './licence-hall.testing.ts'
import { typeFaults } from './type-rules.ts'

test('every type of the demo holds together, with a code of its own', () => {
  for (const { code, ...input } of demoLicenceTypes) expect([input.name, typeFaults(code, input)]).toEqual([input.name, []])
  expect(new Set(demoLicenceTypes.map((one) => one.code)).size).toBe(demoLicenceTypes.length)
  expect(demoTypeCode('食品经营许可证')).toBe('11100000000013338W202')
  expect(demoTypeCode('没有的证')).toBeUndefined()
})

test('the demo types are planted through the acts, and each can be printed', async (t) => {
  const office = await openLicences(t, { sealed: false })
  await office.hall.act((act) => seedLicenceTypes(act))
  const { body } = await office.hall.stranger.get('/licence-types?limit=100')
  expect(body.items).toHaveLength(demoLicenceTypes.length + 1)
  for (const type of demoLicenceTypes) expect([type.name, await aPdfPage(type)]).toEqual([type.name, 1])
})
