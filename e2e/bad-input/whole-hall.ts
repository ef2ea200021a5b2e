/** The whole house with something of everything in it, for sweeps over all its routes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anAcceptedCase, aSubmittedCase, openCases, type CaseHall } from '@yiwang/cases/testing'
import { hall } from '@yiwang/hall'
import { interaction } from '@yiwang/interaction'
import { readSettings, type Actor } from '@yiwang/kernel'
import { aLicence, aLicenceType, aTypeCode } from '@yiwang/licences/testing'
import { openTestSandbox, secrets } from '@yiwang/sandbox/testing'
import { composeOutside, modules } from '@yiwang/server'
import type { Operation } from './operations.ts'

export interface WholeHall {
  office: CaseHall
  /** A person and a member of staff who may everything somebody may. */
  person: Actor
  staff: Actor
  /** Keys of what is there; `fresh` with a case of its own, in the state the operation is lawful in. */
  thingsFor(operation: Operation, fresh?: boolean): Promise<Record<string, string>>
}

type TestContext = { onTestFinished(run: () => Promise<void> | void): void }

const byGrant = modules.flatMap(({ permissions = {} }) => Object.entries(permissions).flatMap(([code, one]) => (one.heldBy ? [] : [code])))
const beforeAcceptance = /\/(correction-request|pre-acceptance|acceptance|refusal|immediate-handling)$/

export async function openWholeHall(t: TestContext): Promise<WholeHall> {
  const sandbox = await openTestSandbox()
  t.onTestFinished(() => sandbox.close())
  const folder = mkdtempSync(join(tmpdir(), 'whole-hall-'))
  t.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const settings = {
    ...readSettings({}),
    folder,
    sandboxUrl: sandbox.address,
    registerSecret: secrets.registers,
    messageKey: secrets.messages,
    paymentSecret: secrets.payments,
    courierSecret: secrets.courier,
  }
  const { sealPaper: _, ...outside } = composeOutside(settings, sandbox.clock)
  const office = await openCases(t, { permissions: byGrant, more: [hall, interaction], connections: 3, outside, settings: { folder } })
  const staff = { ...office.clerk, roles: ['examiner', 'decider'] }
  const person = { ...office.person, level: 3 }
  const item = await office.item()
  const draft = (await office.hall.as(person).post('/drafts', { implementationCode: item.implementationCode })).body.id
  const file = await office.aFile(person)
  await office.hall.act((act) => aLicenceType(act))
  const { identifier } = await office.hall.act((act) => aLicence(act))
  const submitted = await aSubmittedCase(office, item)
  const common = {
    implementationCode: item.implementationCode,
    fileId: file,
    bodyCode: staff.body ?? '',
    licenceType: aTypeCode,
    identifier,
  }
  return {
    office,
    person,
    staff,
    thingsFor: async ({ path, method }, fresh = false) => {
      const things: Record<string, string> = { ...common, id: ofPath(path, { staff: staff.id, draft, file }) }
      if (path.includes('/bodies/')) things['code'] = common.bodyCode
      if (path.includes('/divisions/')) things['code'] = '330102'
      if (path.includes('/licence-types/')) things['code'] = aTypeCode
      if (path.includes('/forms/')) things['key'] = item.form?.key ?? ''
      if (path.includes('/flows/')) things['key'] = item.flow?.key ?? ''
      if (!path.includes('{caseNumber}')) return things
      if (!fresh) return { ...things, caseNumber: submitted }
      const early = method !== 'POST' || beforeAcceptance.test(path)
      things['caseNumber'] = early ? await aSubmittedCase(office, item) : await anAcceptedCase(office, item)
      const desk = (await office.hall.as(staff).get(`/cases/${things['caseNumber']}`)).body
      things['taskId'] = desk.tasks?.[0]?.id
      if (path.endsWith('/correction'))
        await office.hall.as(staff).post(`/cases/${things['caseNumber']}/correction-request`, { items: [{ code: 'lease', what: '补全' }] })
      return things
    },
  }
}

const nothing = '01890a5d-ac96-774b-bcce-b302099a8057'

function ofPath(path: string, { staff, draft, file }: Record<'staff' | 'draft' | 'file', string>): string {
  if (path.includes('/staff/')) return staff
  if (path.includes('/drafts/')) return draft
  return path.includes('/files/') ? file : nothing
}

/** Where the request goes, with what is there put in its path and nothing asked that need not be. */
export function addressOf(
  { path, parameters }: Operation,
  things: Readonly<Record<string, string>>,
  query: Record<string, string> = {},
): string {
  let address = path
  for (const { name, in: where, schema } of parameters) {
    if (where === 'path') address = address.replace(`{${name}}`, escaped(things[name] ?? (schema.type === 'integer' ? '2026' : nothing)))
  }
  const asked = Object.entries(query).map(([name, value]) => `${name}=${escaped(value)}`)
  return asked.length === 0 ? address : `${address}?${asked.join('&')}`
}

/** Also what no browser would send: half of a character, by its bytes. */
function escaped(text: string): string {
  return text.split('\ud800').map(encodeURIComponent).join('%ED%A0%80')
}
