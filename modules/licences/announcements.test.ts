import { expect, test } from 'vitest'
import { openLicences, personNumber } from './licence-hall.testing.ts'
import { aLicence } from './testing.ts'

/** Besides the greeting to a new account. */
const titlesOf = ({ body }: { body: { items: { title: string; template: string }[] } }) =>
  body.items.filter(({ template }) => template !== 'accountRegistered').map(({ title }) => title)

test('the holder with an account is told when his licence is there and a month before it ends', async (t) => {
  const office = await openLicences(t)
  const { hall, person } = office
  const holder = { kind: 'person', name: '张测试', number: personNumber, accountId: person.id } as const
  const { number } = await hall.act((act) => aLicence(act, { holder }))
  const told = async (who = person) => titlesOf(await hall.as(who).get('/my/messages'))
  expect(await told()).toEqual([])
  await hall.settle()
  expect(await told()).toEqual(['电子证照已签发'])
  hall.clock.set('2031-02-10T08:00:00+08:00')
  await hall.runJob('licences.remind')
  await hall.settle()
  const { body } = await hall.as(person).get('/my/messages')
  expect(body.items[0]).toMatchObject({ title: '证照即将到期', text: expect.stringContaining(number) })
})

test('a licence of somebody without an account is made and announced to nobody', async (t) => {
  const office = await openLicences(t)
  await office.hall.act((act) => aLicence(act))
  await office.hall.settle()
  expect((await office.hall.published()).map(({ name }) => name)).toContain('licence.made')
  for (const who of [office.person, office.otherPerson]) expect(titlesOf(await office.hall.as(who).get('/my/messages'))).toEqual([])
})
