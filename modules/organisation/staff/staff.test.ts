import { inventedUscc } from '@yiwang/standards/testing'
import { aClerk, aUser, openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { addPost, grantsOf, organisation } from '../index.ts'
import { aBody, aStaffMember, aStaffMemberWho, homeBody, places } from '../testing.ts'

const keeper = aClerk(['organisation.manageStaff', 'organisation.lookStaff'])
const other = inventedUscc({ kind: '11', nth: 3 })
const elsewhere = aClerk(['organisation.manageStaff', 'organisation.lookStaff'], { body: other })
const newcomer = { staffNumber: 'A-001', name: '样例员', bodyCode: homeBody }

test('the administrator of a level enrols, changes and removes staff of that level, and of no other', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act))
  await hall.act((act) => aBody(act, { code: other, name: '市局', division: places.city }))
  const made = await hall.as(keeper).post('/staff', newcomer)
  expect(made).toMatchObject({ status: 200, body: { ...newcomer, division: places.county, posts: [], enabled: true } })
  const path = `/staff/${made.body.id}`
  expect((await hall.as(keeper).patch(path, { name: '样例改' })).body.name).toBe('样例改')
  for (const answer of [
    await hall.as(elsewhere).post('/staff', { ...newcomer, staffNumber: 'A-002' }),
    await hall.as(elsewhere).patch(path, { name: '越级' }),
    await hall.as(elsewhere).post(`${path}/disabling`, { reason: '越级' }),
  ])
    expect(answer).toMatchObject({ status: 403, body: { type: 'body.outOfReach' } })
  expect((await hall.as(elsewhere).get(path)).status).toBe(404)
  expect((await hall.as(elsewhere).get('/staff')).body.items).toEqual([])
  const gone = await hall.as(keeper).post(`${path}/disabling`, { reason: '调离' })
  expect(gone.body).toMatchObject({ name: '样例改', enabled: false, disabledReason: '调离' })
  expect((await hall.published()).map((event) => event.name).filter((name) => name.startsWith('staff.'))).toEqual([
    'staff.enrolled',
    'staff.changed',
    'staff.disabled',
  ])
})

test('who is disabled may nothing at once, and what he might before when he is enabled again', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const staff = await hall.act((act) => aStaffMemberWho(act, ['organisation.manageHalls']))
  const grants = () => hall.act((act) => grantsOf(act.tx, staff.id))
  expect(await grants()).toEqual([{ permission: 'organisation.manageHalls', bodies: [homeBody] }])
  expect((await hall.as(keeper).post(`/staff/${staff.id}/enabling`)).body.type).toBe('staff.notDisabled')
  await hall.as(keeper).post(`/staff/${staff.id}/disabling`, { reason: '停职' })
  expect(await grants()).toEqual([])
  expect((await hall.as(keeper).post(`/staff/${staff.id}/disabling`, { reason: '停职' })).body.type).toBe('staff.alreadyDisabled')
  const back = await hall.as(keeper).post(`/staff/${staff.id}/enabling`)
  expect(back.body).toMatchObject({ enabled: true })
  expect(back.body).not.toHaveProperty('disabledReason')
  expect(await grants()).toHaveLength(1)
})

test('nobody disables himself, and nobody without reason', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  const staff = await hall.act((act) => aStaffMember(act))
  const path = `/staff/${staff.id}/disabling`
  expect((await hall.as({ ...keeper, id: staff.id }).post(path, { reason: '不干了' })).body.type).toBe('staff.ownAccount')
  expect((await hall.as(keeper).post(path, {})).status).toBe(400)
  expect((await hall.as(keeper).post(path, { reason: '' })).status).toBe(400)
  expect((await hall.published()).map((event) => event.name)).not.toContain('staff.disabled')
})

test('a staff number belongs to one, also when two are enrolled at once', async (t) => {
  const hall = await openHall(t, { modules: [organisation], connections: 4 })
  await hall.act((act) => aBody(act))
  const answers = await Promise.all(['甲', '乙'].map((name) => hall.as(keeper).post('/staff', { ...newcomer, name })))
  expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find((answer) => answer.status === 409)?.body.type).toBe('staff.numberTaken')
})

test('posts and departments are those of the body', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  await hall.act((act) => aBody(act))
  await hall.act((act) => addPost(act, homeBody, { code: 'decider', name: '决定岗', duty: '作出决定' }))
  const wrong = await hall.as(keeper).post('/staff', { ...newcomer, posts: ['decider', 'examiner'] })
  expect(wrong).toMatchObject({ status: 409, body: { type: 'staff.postUnknown', posts: ['examiner'] } })
  const nowhere = { ...newcomer, departmentId: '01890a5d-ac96-774b-bcce-b302099a8057' }
  expect((await hall.as(keeper).post('/staff', nowhere)).body.type).toBe('body.departmentNotFound')
  const made = await hall.as(keeper).post('/staff', { ...newcomer, posts: ['decider'], qualifications: ['行政审批培训合格'] })
  expect(made.body).toMatchObject({ posts: ['decider'], qualifications: ['行政审批培训合格'] })
  expect((await hall.as(keeper).patch(`/staff/${made.body.id}`, { posts: [] })).body).toMatchObject({
    posts: [],
    qualifications: ['行政审批培训合格'],
  })
})

test('staff are found by number or name, page by page, and strangers find nobody', async (t) => {
  const hall = await openHall(t, { modules: [organisation] })
  for (const name of ['王一', '王二', '李三']) await hall.act((act) => aStaffMember(act, { name }))
  const first = await hall.as(keeper).get('/staff?limit=2')
  const second = await hall.as(keeper).get(`/staff?limit=2&after=${first.body.next}`)
  expect([...first.body.items, ...second.body.items].map((staff: { name: string }) => staff.name)).toEqual(['王一', '王二', '李三'])
  expect((await hall.as(keeper).get(`/staff?q=${encodeURIComponent('王')}`)).body.items).toHaveLength(2)
  expect((await hall.as(keeper).get(`/staff?q=${encodeURIComponent('%')}`)).body.items).toEqual([])
  expect((await hall.stranger.get('/staff')).status).toBe(401)
  expect((await hall.as(aUser()).get('/staff')).status).toBe(403)
})
