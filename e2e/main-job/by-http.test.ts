import { demoPassword } from '@yiwang/server'
import { aPdf } from '@yiwang/storage/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startInstallation, type Installation } from '../installation.ts'
import { linesOf, personalInLog } from '../silent-log.ts'
import { aFile, visitorOf, type Visitor } from '../visitor.ts'

let house: Installation

beforeAll(async () => {
  house = await startInstallation(inject('postgresUrl'))
}, 120_000)
afterAll(async () => {
  await house.close()
}, 60_000)

interface Person {
  name: string
  idNumber: string
  phone: string
  bornOn: string
  state: string
  socialCardNumber: string
}

async function people(): Promise<Person[]> {
  const { persons } = (await (await fetch(`${house.sandbox}/demo/persons.json`)).json()) as { persons: Person[] }
  return persons.filter(({ state, bornOn }) => state === 'alive' && bornOn < '2005')
}

/** The code in the newest message to a phone, as a person reads it in the sandbox's inbox. */
async function codeOf(phone: string): Promise<string> {
  for (let round = 0; round < 100; round += 1) {
    const messages = (await (await fetch(`${house.sandbox}/inbox.json?to=${phone}&kind=sms`)).json()) as { text: string }[]
    const code = messages.map(({ text }) => /验证码是 (\d{6})/.exec(text)?.[1]).find((found) => found !== undefined)
    if (code !== undefined) return code
    await new Promise((wake) => setTimeout(wake, 100))
  }
  throw new Error('no SMS came')
}

async function staff(loginName: string): Promise<Visitor> {
  const visitor = visitorOf(house.portal, 'console')
  expect((await visitor('POST', '/staff-sessions', { loginName, password: demoPassword })).status).toBe(201)
  return visitor
}

/** The sealed licence as the body prints it, once it is made. */
async function printedLicence(maker: Visitor, caseNumber: string): Promise<Buffer> {
  const { licenceIdentifier } = (await maker('GET', `/cases/${caseNumber}`)).body
  for (let round = 0; round < 150; round += 1) {
    const { status, bytes } = await maker('GET', `/licences/${licenceIdentifier}/content`)
    if (status === 200) return bytes
    await new Promise((wake) => setTimeout(wake, 200))
  }
  throw new Error('no licence was made')
}

/** The licence in the person's space, once its sealed file is there. */
async function madeLicence(person: Visitor): Promise<{ identifier: string }> {
  for (let round = 0; round < 150; round += 1) {
    const held = (await person('GET', '/my/licences')).body
    expect(held).toMatchObject({ items: expect.any(Array) })
    const licence = held.items.find((one: { typeName: string }) => one.typeName === '食品经营许可证')
    if (licence && (await person('GET', `/my/licences/${licence.identifier}/content`)).status === 200) return licence
    await new Promise((wake) => setTimeout(wake, 200))
  }
  throw new Error('no licence came')
}

/** The names of what can be filled in on the application page, from top to bottom. */
async function fieldsOnPage(person: Visitor, code: string, draft: string): Promise<string[]> {
  const page = await fetch(`${house.portal}/apply/${code}/form?draft=${draft}`, { headers: { cookie: person.cookie() } })
  return [...new Set([...(await page.text()).matchAll(/<(?:input|select|textarea)[^>]* name="([A-Za-z]+)"/g)].map(([, name = '']) => name))]
}

const form = {
  shopName: '样例小馆',
  shopAddress: '浙江省杭州市上城区样例路1号',
  area: 80,
  kind: 'catering',
  scope: '热食类食品制售',
  workers: 3,
  promise: true,
}

test(
  'from the search box to the delivered decision: registered, found, applied, corrected, accepted, examined, decided, delivered',
  { timeout: 120_000 },
  async () => {
    const [, , , , newcomer] = await people()
    if (!newcomer) throw new Error('the sandbox knows too few people')
    const person = visitorOf(house.portal)

    // registers with a real-name check
    expect((await person('POST', '/one-time-codes', { phone: newcomer.phone, purpose: 'register' })).status).toBe(204)
    const account = {
      name: newcomer.name,
      idNumber: newcomer.idNumber,
      phone: newcomer.phone,
      code: await codeOf(newcomer.phone),
      password: '很长的一个口令 2026',
      agreement: 'person-2016-1',
    }
    expect((await person('POST', '/accounts/persons', account)).body).toMatchObject({ name: newcomer.name, level: 1 })

    // three factors, before the licences that stand in this name are opened
    expect((await person('GET', '/my/licences')).body.type).toBe('request.levelTooLow')
    const card = { method: 'socialSecurityCard', cardNumber: newcomer.socialCardNumber }
    expect((await person('POST', '/me/identity-checks', card)).body).toMatchObject({ level: 2 })
    expect((await person('GET', '/my/licences')).status).toBe(200)

    // finds the item by a word with a wrong sign, and reads its guide
    const found = await person('GET', `/items?q=${encodeURIComponent('食品精营许可')}&division=330102`)
    const item = found.body.items.find(
      ({ name, division }: { name: string; division: string }) => name.startsWith('食品经营许可新办') && division === '330102',
    )
    expect(item).toBeDefined()
    const guide = (await person('GET', `/items/${item.implementationCode}`)).body

    // applies: what is known is filled in, materials are uploaded
    const draft = (await person('POST', '/drafts', { implementationCode: item.implementationCode })).body
    expect(draft.form).toMatchObject({ applicantName: newcomer.name })
    const materials = []
    for (const { code, need } of guide.materials as { code: string; need: string }[]) {
      if (need === 'optional') continue
      const upload = await person('POST', '/files', aFile(`${code}.pdf`, 'application/pdf', aPdf({ after: `%${code}\n` })))
      materials.push({ code, source: 'upload', fileId: upload.body.id })
    }
    const answers = Object.fromEntries(
      guide.questions.map((question: { key: string; options: { value: string }[] }) => [question.key, question.options.at(-1)?.value]),
    )
    const whole = {
      answers,
      form: { ...draft.form, ...form, applicantNumber: newcomer.idNumber },
      materials,
      delivery: { method: 'counter' },
    }
    // the page asks in the order in which the designer of the form wrote it
    const { schema } = (await person('GET', `/items/${item.implementationCode}/form`)).body
    const given = Object.keys(schema.properties)
    expect(given.slice(0, 5)).toEqual(['applicantName', 'applicantNumber', 'mobile', 'address', 'shopName'])
    // what the account check has settled is shown, not asked; the rest stands in the order of whoever designed the form
    const asked = given.filter((name) => schema.properties[name]['x-locked'] !== true)
    expect(given.filter((name) => !asked.includes(name))).toEqual(['applicantName', 'applicantNumber'])
    expect((await fieldsOnPage(person, item.implementationCode, draft.id)).filter((name) => given.includes(name))).toEqual(asked)
    const saved = await person('PUT', `/drafts/${draft.id}`, whole)
    expect(saved.body.type ?? 'saved').toBe('saved')
    const submitted = await person('POST', `/drafts/${draft.id}/submission`)
    expect(submitted.body).toMatchObject({ state: 'submitted' })
    const { caseNumber } = submitted.body

    // the counter asks once for a correction, and accepts
    const clerk = await staff('market.counter')
    const missing = materials[1]?.code ?? ''
    expect(
      (await clerk('POST', `/cases/${caseNumber}/correction-request`, { items: [{ code: missing, what: '请上传清晰的扫描件' }] })).body,
    ).toMatchObject({ state: 'correcting' })
    const better = await person('POST', '/files', aFile('补正.pdf', 'application/pdf', aPdf({ after: '%better\n' })))
    expect(
      (
        await person('POST', `/my/cases/${caseNumber}/correction`, {
          materials: [{ code: missing, source: 'upload', fileId: better.body.id }],
        })
      ).body,
    ).toMatchObject({ state: 'submitted' })
    expect((await clerk('POST', `/cases/${caseNumber}/acceptance`, { originalsSeen: [], deferred: [] })).body).toMatchObject({
      state: 'accepted',
    })

    // the department's own flow drives the case; the drawing shows where it is
    const examiner = await staff('market.examiner')
    const decider = await staff('market.decider')
    for (let round = 0; round < 8; round += 1) {
      const desk = (await examiner('GET', `/cases/${caseNumber}`)).body
      const [task] = desk.tasks
      if (!task) break
      expect(desk.flow.stages.some(({ state }: { state: string }) => state === 'current')).toBe(true)
      const who = task.roles.includes('decider') ? decider : examiner
      const outcomes = (task.outcomes ?? task.decision?.options ?? []).map(({ value }: { value: string }) => value)
      const outcome = ['approve', 'agree', 'pass', 'qualified', 'yes'].find((one) => outcomes.includes(one)) ?? outcomes[0]
      const done = await who('POST', `/cases/${caseNumber}/tasks/${task.id}/completion`, {
        opinion: '符合条件',
        ...(outcome ? { outcome } : {}),
      })
      expect(done.body.type ?? 'done').toBe('done')
    }
    expect(
      (
        await decider('POST', `/cases/${caseNumber}/decision`, {
          decision: 'approved',
          reasons: '符合《食品安全法》规定的条件，准予许可。',
        })
      ).body,
    ).toMatchObject({ state: 'decided' })

    // the licence is produced and sealed; then the case is completed and handed over with the originals seen
    const maker = await staff('market.maker')
    expect((await maker('POST', `/cases/${caseNumber}/completion`)).body.type).toBe('case.licenceNotBegun')
    expect((await maker('POST', `/cases/${caseNumber}/production`)).status).toBe(200)
    const sheet = await printedLicence(maker, caseNumber)
    expect(sheet.subarray(0, 5).toString()).toBe('%PDF-')
    const judged = (pdf: Buffer) => visitorOf(house.portal)('POST', '/licences/verification', aFile('licence.pdf', 'application/pdf', pdf))
    const waiting = (await person('GET', '/my/licences')).body.items.find(
      ({ typeName }: { typeName: string }) => typeName === '食品经营许可证',
    )
    expect(waiting).toMatchObject({ state: 'pending' })
    expect((await person('GET', `/my/licences/${waiting.identifier}/content`)).body.type).toBe('licence.notInForce')
    expect((await judged(sheet)).body).toMatchObject({ verdict: 'pending' })
    expect((await maker('POST', `/cases/${caseNumber}/completion`)).body).toMatchObject({ state: 'completed' })
    const originalsSeen = materials.map(({ code }) => code)
    expect(
      (await clerk('POST', `/cases/${caseNumber}/delivery`, { method: 'counter', signedBy: newcomer.name, originalsSeen })).body,
    ).toMatchObject({ state: 'delivered' })
    const licence = await madeLicence(person)
    expect((await person('GET', `/my/licences/${licence.identifier}/content`)).bytes.equals(sheet)).toBe(true)
    expect((await judged(sheet)).body).toMatchObject({ verdict: 'valid' })
    const forged = Buffer.from(sheet)
    forged[500] = (forged[500] ?? 0) ^ 1
    expect((await judged(forged)).body.verdict).not.toBe('valid')

    // the decision is a sealed PDF that anybody can check, and that tells when it was altered
    const mine = (await person('GET', `/my/cases/${caseNumber}`)).body
    const decision = mine.papers.find(({ kind }: { kind: string }) => kind === 'approvalDecision')
    const { bytes } = await person('GET', `/my/cases/${caseNumber}/papers/${decision.id}/content`)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const check = (pdf: Buffer) => visitorOf(house.portal)('POST', '/seals/verification', aFile('决定书.pdf', 'application/pdf', pdf))
    expect((await check(bytes)).body).toMatchObject({ verdict: 'valid' })
    const altered = Buffer.from(bytes)
    altered[400] = (altered[400] ?? 0) ^ 1
    expect((await check(altered)).body.verdict).not.toBe('valid')

    // rated, once
    expect((await person('POST', `/my/cases/${caseNumber}/rating`, { score: 5 })).status).toBeLessThan(300)
    expect((await person('POST', `/my/cases/${caseNumber}/rating`, { score: 1, comment: '再评' })).status).toBe(409)

    // and everybody may see how far it is, without learning who
    const progress = await visitorOf(house.portal)('GET', `/progress/${caseNumber}`)
    expect(progress.body).toMatchObject({ state: 'delivered' })
    expect(JSON.stringify(progress.body)).not.toContain(newcomer.name)
  },
)

test('the log of all this names nobody: no name, number, telephone, mail or address', async () => {
  expect(linesOf(house)).toBeGreaterThan(30)
  expect(await personalInLog(house)).toEqual([])
  expect(await personalInLog(house, '{"level":30,"msg":"13800000001 a@b.cn 阿依古丽·演示"}')).toHaveLength(1)
})
