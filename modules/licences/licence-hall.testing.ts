/** What the tests of this module stand on: a body with a licence seal and a clerk, a neighbour, two persons with accounts, a type. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documents } from '@yiwang/documents'
import { identity } from '@yiwang/identity'
import { anAccount } from '@yiwang/identity/testing'
import { messages } from '@yiwang/messages'
import { aPostbox } from '@yiwang/messages/testing'
import { organisation } from '@yiwang/organisation'
import { aBody, homeBody } from '@yiwang/organisation/testing'
import { registers } from '@yiwang/registers'
import { sealPdf, seals } from '@yiwang/seals'
import { aSealInUse, testAuthority, type TestAuthority } from '@yiwang/seals/testing'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import { localStore } from '@yiwang/storage'
import { aClerk, aUser, openHall, type Hall, type HallOptions } from '@yiwang/testing'
import type { Actor } from '@yiwang/kernel'
import { licences } from './index.ts'
import { permissions } from './permissions.ts'
import { aLicenceType } from './testing.ts'

export const held = Object.entries(permissions).flatMap(([code, permission]) => ('heldBy' in permission ? [] : [code]))
export const otherBody = inventedUscc({ nth: 7 })
export const personNumber = inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 })
export const otherNumber = inventedPersonId({ division: '330102', birth: '1991-04-12', order: 2 })

export interface LicenceHall {
  hall: Hall
  authority: TestAuthority
  /** Has the account of `personNumber`. */
  person: Actor
  otherPerson: Actor
  clerk: Actor
  neighbour: Actor
}

interface LicenceHallOptions extends Partial<HallOptions> {
  sealed?: boolean
}

export async function openLicences(t: Parameters<typeof openHall>[0], options: LicenceHallOptions = {}): Promise<LicenceHall> {
  const { sealed = true, ...rest } = options
  const folder = mkdtempSync(join(tmpdir(), 'licences-'))
  t.onTestFinished(async () => rmSync(folder, { recursive: true, force: true }))
  const authority = await testAuthority()
  const hall = await openHall(t, {
    modules: [organisation, messages, documents, registers, identity, seals, licences],
    outside: { storage: localStore(folder), certificateAuthority: authority, messageGateway: aPostbox(), sealPaper: sealPdf },
    ...rest,
  })
  authority.follow(hall.clock)
  const accounts = await hall.act(async (act) => {
    await aBody(act)
    await aBody(act, { code: otherBody, name: '上城区别的局' })
    await aLicenceType(act)
    const person = await anAccount(act, { number: personNumber })
    const other = await anAccount(act, { name: '李测试', number: otherNumber, phone: '13800000009' })
    return { person: person.id, other: other.id }
  })
  if (sealed) await aSealInUse(hall.house, { bodyCode: homeBody, kind: 'licence', name: '样例局证照专用章' })
  return {
    hall,
    authority,
    person: aUser(accounts.person),
    otherPerson: aUser(accounts.other),
    clerk: aClerk(held),
    neighbour: aClerk(held, { id: 'staff-2', body: otherBody }),
  }
}

/** An upload as a browser sends it. */
export function form(bytes: Uint8Array): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'yiwang-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
