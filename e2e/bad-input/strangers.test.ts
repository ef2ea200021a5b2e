import type { Actor } from '@yiwang/kernel'
import { modules } from '@yiwang/server'
import { expect, test } from 'vitest'
import { operationsOf, routesOf, type Operation } from './operations.ts'
import { sampleOf } from './samples.ts'
import { addressOf, openWholeHall, type WholeHall } from './whole-hall.ts'

/** All that is for everybody. Another route that answers a stranger must be added here by somebody who means it. */
const forEverybody = new Set([
  // places, bodies, halls and holidays
  'listDivisions',
  'getDivision',
  'listBodies',
  'getBody',
  'listDepartments',
  'listPosts',
  'listHalls',
  'getHall',
  'getCalendar',
  // service items and their guides
  'listItems',
  'getItem',
  'listItemRevisions',
  'getItemForm',
  'downloadGuide',
  'listElements',
  'listThemes',
  'browseDepartments',
  'listHotItems',
  'suggestItems',
  'listDirectory',
  'getDirectoryEntry',
  'getForm',
  'getItemRatings',
  'listBookableHalls',
  'getBookableDays',
  // checking what somebody shows
  'checkPaper',
  'checkSealedFile',
  'verifyLicence',
  'verifyLicenceFile',
  'listLicenceTypes',
  'getLicenceType',
  // how far a case is, by its number
  'getProgress',
  'getProgressByCode',
  // becoming somebody
  'sendOneTimeCode',
  'registerPerson',
  'registerOrganisation',
  'resetPassword',
  'signIn',
  'signInStaff',
  // told by others, with their signature
  'receivePaymentCallback',
  'receiveCourierCallback',
])
/** What every member of staff may, whatever his roles: his own login and the files he brings. */
const forAnyStaff = new Set([
  'uploadFile',
  'listMyFiles',
  'removeMyFile',
  'getFile',
  'readFile',
  'listMyPapers',
  'readMyPaper',
  'signOut',
  'listMySessions',
  'endMySession',
  'getMe',
  'changeStaffPassword',
  'takeSecondFactor',
  'listMySignIns',
  // what concerns his login is told him there
  'listMyMessages',
  'countMyUnreadMessages',
  'readMyMessage',
  'readAllMyMessages',
])
/** Where a person is served: his own things, each found only by whose they are. */
const ownThings = /^\/api\/v1\/(my|me|drafts|files|sessions\/current|staff-me)(\/|$)/
/** Not of the API's description: the description itself, what watches the server, and the answer to addresses that are none. */
const besides = ['/api/v1/openapi.json', '*', '/healthz', '/readyz', '/metrics']

test('no route of the server is missing from the sweep, and the hall is the whole house', { timeout: 60_000 }, async (t) => {
  const { office } = await openWholeHall(t)
  expect(new Set(office.hall.house.modules.map(({ name }) => name))).toEqual(new Set(modules.map(({ name }) => name)))
  const swept = new Set((await operationsOf(office.hall.app)).map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, ':')}`))
  const known = routesOf(office.hall.app).filter((route) => !/^(HEAD|OPTIONS) /.test(route))
  const missing = known.filter((route) => !swept.has(route) && !besides.some((one) => route.endsWith(` ${one}`)))
  expect(missing).toEqual([])
  expect(known.length).toBeGreaterThan(swept.size)
  expect([...swept].filter((route) => !known.includes(route))).toEqual([])
})

async function answersTo(hall: WholeHall, operation: Operation, by?: Actor) {
  const visitor = by ? hall.office.hall.as(by) : hall.office.hall.stranger
  const things = await hall.thingsFor(operation)
  const body = operation.body ? sampleOf(operation.body, things) : undefined
  const address = addressOf(operation, things)
  if (operation.method === 'GET') return visitor.get(address)
  if (operation.method === 'DELETE') return visitor.delete(address)
  return { POST: visitor.post, PUT: visitor.put, PATCH: visitor.patch }[operation.method](address, body)
}

test('every route answers a stranger with nothing, but the short list of what is for everybody', { timeout: 120_000 }, async (t) => {
  const hall = await openWholeHall(t)
  const operations = await operationsOf(hall.office.hall.app)
  expect([...forEverybody].filter((id) => !operations.some((one) => one.id === id))).toEqual([])
  const open: string[] = []
  for (const operation of operations) {
    const { status, body } = await answersTo(hall, operation)
    if (status !== 401 || body?.type !== 'request.signInNeeded') open.push(operation.id)
    else expect(Object.keys(body).sort(), operation.id).toEqual(['status', 'title', 'type'])
  }
  expect(new Set(open)).toEqual(forEverybody)
})

test('what is for everybody names nobody', { timeout: 60_000 }, async (t) => {
  const hall = await openWholeHall(t)
  for (const operation of (await operationsOf(hall.office.hall.app)).filter(({ id }) => forEverybody.has(id))) {
    const { status, body } = await answersTo(hall, operation)
    expect(status, operation.id).toBeLessThan(500)
    const said = Buffer.isBuffer(body) ? '' : JSON.stringify(body ?? '')
    for (const secret of ['张测试', '李测试', '王受理', '13800000001', '330102199']) expect(said, operation.id).not.toContain(secret)
  }
})

test('a member of staff without a role, and a person, get nothing that is held by grant', { timeout: 120_000 }, async (t) => {
  const hall = await openWholeHall(t)
  const { clerk, person } = hall.office
  const operations = (await operationsOf(hall.office.hall.app)).filter(({ id }) => !forEverybody.has(id))
  const without = { ...clerk, grants: [], roles: [] }
  const findings: string[] = []
  for (const operation of operations) {
    const [staff, user] = [await answersTo(hall, operation, without), await answersTo(hall, operation, person)]
    if (staff.status !== 403 && !forAnyStaff.has(operation.id)) findings.push(`${operation.id} is open to any member of staff`)
    if (user.status !== 403 && !ownThings.test(operation.path)) findings.push(`${operation.id} is open to any person`)
    for (const { status, body } of [staff, user])
      if (status === 403 && body.type !== 'request.notAllowed') findings.push(`${operation.id}: ${body.type}`)
  }
  expect(findings).toEqual([])
})
