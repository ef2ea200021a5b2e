import { aClerk, aUser, openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { messages } from './index.ts'
import { aPostbox } from './testing.ts'

const input = { title: '小微企业减免', text: '2026 年起小微企业免收工本费，无需申请。' }
const sender = aClerk(['messages.inform'])

async function open(t: Parameters<typeof openHall>[0]) {
  const post = aPostbox()
  const hall = await openHall(t, { modules: [messages], outside: { messageGateway: post } })
  const mine = async (id: string) => (await hall.as(aUser(id)).get('/my/messages')).body.items
  const agree = (id: string, agreed = true) => hall.as(aUser(id)).post('/my/message-consents', { agreed })
  return { hall, post, mine, agree }
}

test('RA4-13 what a body tells reaches all who agreed, once, and nobody else; how many is known, and what each agreed to', async (t) => {
  const { hall, post, mine, agree } = await open(t)
  for (const id of ['user-1', 'user-2', 'user-3']) await agree(id)
  hall.clock.advance(1000)
  await agree('user-3', false)
  const { body } = await hall.as(sender).post('/messages/information', input)
  await hall.settle()
  await hall.runJob('messages.inform', { informationId: body.id })
  const agreements = async (id: string) => (await hall.as(aUser(id)).get('/my/message-consents')).body
  expect(await agreements('user-3')).toMatchObject([{ agreed: false }, { agreed: true }])
  expect(await agreements('user-4')).toEqual([])
  for (const id of ['user-1', 'user-2']) expect(await mine(id)).toMatchObject([input])
  for (const id of ['user-3', 'user-4']) expect(await mine(id)).toEqual([])
  expect(post.inbox).toEqual([])
  expect((await hall.as(sender).get('/messages/information')).body.items).toMatchObject([
    { ...input, id: body.id, reached: 2, doneAt: expect.any(String) },
  ])
})

test('strangers, users and clerks without the permission inform nobody; a body sees what it sent, not another’s', async (t) => {
  const { hall, mine, agree } = await open(t)
  await agree('user-1')
  expect((await hall.stranger.post('/messages/information', input)).status).toBe(401)
  expect((await hall.stranger.get('/messages/information')).status).toBe(401)
  for (const who of [aUser('user-1'), aClerk(['messages.lookDeliveries'])]) {
    expect((await hall.as(who).post('/messages/information', input)).status).toBe(403)
    expect((await hall.as(who).get('/messages/information')).status).toBe(403)
  }
  for (const wrong of [{}, { title: ' ', text: '正文' }, { title: '标题', text: '' }])
    expect((await hall.as(sender).post('/messages/information', wrong)).status).toBe(400)
  await hall.settle()
  expect(await mine('user-1')).toEqual([])
  await hall.as(sender).post('/messages/information', input)
  const elsewhere = aClerk(['messages.inform'], { body: '113700000045046442' })
  expect((await hall.as(elsewhere).get('/messages/information')).body.items).toEqual([])
})
