import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk, aUser, openHall, somebodyWaits, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { defineRole, grantRole, grantsOf, organisation, type StaffNews } from '../index.ts'
import { aBody, aStaffMember, homeBody, places } from '../testing.ts'

const ofCounty = { divisions: ['330102'] }
const security = aClerk([], {
  id: '01890a5d-ac96-774b-bcce-b302099a8001',
  grants: ['organisation.defineRole', 'organisation.grantRole', 'organisation.lookRoles', 'organisation.lookStaff'].map((permission) => ({
    permission,
    ...ofCounty,
  })),
})
const clerkRole = { name: '窗口人员', permissions: ['organisation.manageHalls'] }
const systemRole = { name: '系统管理员', permissions: ['organisation.manageStaff'], administers: 'system' as const }
const securityRole = { name: '安全管理员', permissions: ['organisation.grantRole'], administers: 'security' as const }
const auditRole = { name: '审计管理员', permissions: ['organisation.lookStaff'], administers: 'audit' as const }

async function openOffice(t: Parameters<typeof openHall>[0], connections = 1): Promise<Hall & { staff: StaffNews & { id: string } }> {
  const hall = await openHall(t, { modules: [organisation], connections })
  const staff = await hall.act((act) => aStaffMember(act))
  for (const [code, role] of Object.entries({ clerk: clerkRole, system: systemRole, security: securityRole, audit: auditRole }))
    await hall.act((act) => defineRole(act, code, role))
  return { ...hall, staff: { ...staff, staffId: staff.id } }
}
const grantedEvents = async (hall: Hall) => (await hall.published()).filter((event) => /^role\.(granted|withdrawn)$/.test(event.name))

test('a role is given with what it reaches, and ends at once when it is taken back', async (t) => {
  const hall = await openOffice(t)
  const path = `/staff/${hall.staff.id}/roles`
  const given = await hall.as(security).post(path, { role: 'clerk', divisions: ['330102'], items: ['11330102'] })
  expect(given).toMatchObject({ status: 200, body: { role: 'clerk', divisions: ['330102'], items: ['11330102'] } })
  expect(await hall.act((act) => grantsOf(act.tx, hall.staff.id))).toEqual([
    { permission: 'organisation.manageHalls', divisions: ['330102'], items: ['11330102'] },
  ])
  expect((await hall.as(security).get(`/staff/${hall.staff.id}`)).body.roles).toEqual([given.body])
  expect((await hall.as(security).post(path, { role: 'clerk' })).body.type).toBe('role.alreadyGranted')
  expect((await hall.as(security).delete(`${path}/clerk`)).status).toBe(200)
  expect((await hall.as(security).delete(`${path}/clerk`)).body.type).toBe('role.notGranted')
  expect(await hall.act((act) => grantsOf(act.tx, hall.staff.id))).toEqual([])
  const news = { staffId: hall.staff.id, bodyCode: homeBody, role: 'clerk' }
  expect(await grantedEvents(hall)).toEqual([
    { name: 'role.granted', body: news },
    { name: 'role.withdrawn', body: news },
  ])
})

test('no one gives himself a role, changes one he holds, or takes one from himself', async (t) => {
  const hall = await openOffice(t)
  await hall.act((act) => grantRole(act, hall.staff.id, { role: 'security' }))
  const self = hall.as({ ...security, id: hall.staff.id })
  for (const answer of [
    await self.post(`/staff/${hall.staff.id}/roles`, { role: 'clerk' }),
    await self.put('/roles/security', { ...securityRole, permissions: ['organisation.grantRole', 'organisation.defineRole'] }),
    await self.delete(`/staff/${hall.staff.id}/roles/security`),
  ])
    expect(answer).toMatchObject({ status: 403, body: { type: 'role.notToOneself' } })
  expect((await hall.as(security).get('/roles/security')).body.permissions).toEqual(['organisation.grantRole'])
})

test('the three separated administrators are three people', async (t) => {
  const hall = await openOffice(t)
  const path = `/staff/${hall.staff.id}/roles`
  expect((await hall.as(security).post(path, { role: 'system' })).status).toBe(200)
  for (const role of ['security', 'audit'])
    expect(await hall.as(security).post(path, { role })).toMatchObject({ status: 409, body: { type: 'role.separatedAdministrators' } })
  expect((await hall.as(security).post(path, { role: 'clerk' })).status).toBe(200)
  const detour = await hall.as(security).put('/roles/clerk', { ...clerkRole, administers: 'audit' })
  expect(detour.body.type).toBe('role.separatedAdministrators')
  expect((await hall.as(security).get('/roles/clerk')).body).toEqual({ code: 'clerk', ...clerkRole })
  expect(await grantedEvents(hall)).toHaveLength(2)
})

test('two administrators’ roles given at once to one person: one stands', async (t) => {
  const hall = await openOffice(t, 4)
  const give = (role: string) => hall.as(security).post(`/staff/${hall.staff.id}/roles`, { role })
  const answers = await Promise.all([give('system'), give('security'), give('audit')])
  expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await grantedEvents(hall)).toHaveLength(1)
})

test('a role that becomes an administrator’s while its holder is given another’s: one of the two is refused', async (t) => {
  const hall = await openOffice(t, 4)
  await hall.act((act) => grantRole(act, hall.staff.id, { role: 'clerk' }))
  const [defined, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const defining = hall.act(async (act) => {
    await defineRole(act, 'clerk', { ...clerkRole, administers: 'audit' })
    defined.resolve()
    await commit.promise
  })
  await defined.promise
  const giving = hall.as(security).post(`/staff/${hall.staff.id}/roles`, { role: 'system' })
  await Promise.race([giving, somebodyWaits(hall)])
  commit.resolve()
  await defining
  expect(await giving).toMatchObject({ status: 409, body: { type: 'role.separatedAdministrators' } })
})

test('what belongs to an administrator is put into no other role, and permissions nobody knows into none', async (t) => {
  const hall = await openOffice(t)
  const put = (body: object) => hall.as(security).put('/roles/sly', { name: '变通', ...body })
  const sly = await put({ permissions: ['organisation.manageHalls', 'organisation.grantRole'] })
  expect(sly).toMatchObject({ status: 409, body: { type: 'role.permissionReserved', permissions: ['organisation.grantRole'] } })
  const both = await put({ permissions: ['organisation.manageStaff', 'organisation.grantRole'], administers: 'security' })
  expect(both.body.permissions).toEqual(['organisation.manageStaff'])
  expect(await put({ permissions: ['organisation.fly'] })).toMatchObject({ status: 400, body: { type: 'role.permissionUnknown' } })
  expect((await put({ permissions: ['toString.constructor'] })).status).toBe(400)
  expect((await put({ name: '窗口人员', permissions: [] })).body.type).toBe('role.nameTaken')
  expect((await hall.as(security).get('/roles/sly')).body.type).toBe('role.notFound')
})

test('nobody gives beyond his own reach', async (t) => {
  const hall = await openOffice(t)
  const other = inventedUscc({ kind: '11', nth: 4 })
  await hall.act((act) => aBody(act, { code: other, name: '邻区局', division: places.neighbourCounty }))
  const there = await hall.act((act) => aStaffMember(act, { bodyCode: other }))
  expect((await hall.as(security).post(`/staff/${there.id}/roles`, { role: 'clerk' })).body.type).toBe('body.outOfReach')
  for (const scope of [{ bodies: [other] }, { divisions: ['330100'] }, { divisions: ['330102', '330106'] }, { divisions: ['000000'] }]) {
    const answer = await hall.as(security).post(`/staff/${hall.staff.id}/roles`, { role: 'clerk', ...scope })
    expect(answer).toMatchObject({ status: 403, body: { type: 'role.scopeOutOfReach' } })
  }
  expect(await grantedEvents(hall)).toEqual([])
})

test('strangers, users and clerks of other trades neither see roles nor give them', async (t) => {
  const hall = await openOffice(t)
  const path = `/staff/${hall.staff.id}/roles`
  for (const [visitor, status] of [
    [hall.stranger, 401],
    [hall.as(aUser()), 403],
    [hall.as(aClerk(['organisation.manageBodies'])), 403],
  ] as const) {
    expect((await visitor.get('/roles')).status).toBe(status)
    expect((await visitor.get('/permissions')).status).toBe(status)
    expect((await visitor.put('/roles/clerk', clerkRole)).status).toBe(status)
    expect((await visitor.post(path, { role: 'clerk' })).status).toBe(status)
    expect((await visitor.delete(`${path}/clerk`)).status).toBe(status)
  }
  expect(await grantedEvents(hall)).toEqual([])
})

test('roles are listed page by page', async (t) => {
  const hall = await openOffice(t)
  const page = async (query: string) => (await hall.as(security).get(`/roles?limit=3${query}`)).body
  const first = await page('')
  const rest = await page(`&after=${first.next}`)
  expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(['audit', 'clerk', 'security', 'system'])
  expect(rest.next).toBeUndefined()
})

test('the permissions that can be given are listed with the administrator they are kept for', async (t) => {
  const hall = await openOffice(t)
  const { body } = await hall.as(security).get('/permissions')
  expect(body).toContainEqual({ code: 'organisation.grantRole', name: '授予和收回角色', administrator: 'security' })
  expect(body).toContainEqual({ code: 'organisation.manageHalls', name: '维护大厅和窗口' })
  expect(body.map((entry: { code: string }) => entry.code)).not.toContain('organisation.look')
})
