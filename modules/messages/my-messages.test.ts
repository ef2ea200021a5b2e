import { aClerk, aUser, openHall, type Hall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { messages, send } from './index.ts'

async function withMail(t: Parameters<typeof openHall>[0], count: number): Promise<Hall> {
  const hall = await openHall(t, { modules: [messages] })
  for (let nth = 1; nth <= count; nth += 1) {
    await hall.act((act) =>
      send(act, {
        template: 'caseAccepted',
        values: { item: '户口迁移', caseNumber: `C${nth}`, dueOn: '2026-03-10', time: '9:00' },
        to: { accountId: 'user-1' },
      }),
    )
    hall.clock.advance(1000)
  }
  return hall
}

test('messages come newest first, page by page, in the reader’s language', async (t) => {
  const hall = await withMail(t, 3)
  const first = await hall.as(aUser()).get('/my/messages?limit=2', { headers: { 'accept-language': 'en' } })
  expect(first.body.items.map((message: { title: string }) => message.title)).toEqual(['Accepted', 'Accepted'])
  expect(first.body.items[0].text).toContain('C3')
  const second = await hall.as(aUser()).get(`/my/messages?limit=2&after=${first.body.next}`)
  expect(second.body.items).toMatchObject([{ title: '已受理', text: expect.stringContaining('C1') }])
  expect(second.body.next).toBeUndefined()
})

test('what was read is counted no more, and stays as it was first read', async (t) => {
  const hall = await withMail(t, 3)
  const unread = async () => (await hall.as(aUser()).get('/my/messages/unread-count')).body.unread
  const { items } = (await hall.as(aUser()).get('/my/messages')).body
  expect(await unread()).toBe(3)
  expect((await hall.as(aUser()).post(`/my/messages/${items[0].id}/reading`)).body).toEqual({ unread: 2 })
  hall.clock.advance(60_000)
  await hall.as(aUser()).post(`/my/messages/${items[0].id}/reading`)
  expect((await hall.as(aUser()).get('/my/messages')).body.items[0].readAt).toBe('2026-03-02T01:00:03.000Z')
  expect((await hall.as(aUser()).get('/my/messages?unread=true')).body.items).toHaveLength(2)
  expect((await hall.as(aUser()).post('/my/messages/reading')).body).toEqual({ unread: 0 })
  expect(await unread()).toBe(0)
})

test('nobody sees or reads the messages of another', async (t) => {
  const hall = await withMail(t, 1)
  const { id } = (await hall.as(aUser()).get('/my/messages')).body.items[0]
  const other = hall.as(aUser('user-2'))
  expect((await other.get('/my/messages')).body.items).toEqual([])
  expect((await other.get('/my/messages/unread-count')).body).toEqual({ unread: 0 })
  expect(await other.post(`/my/messages/${id}/reading`)).toMatchObject({ status: 404, body: { type: 'message.notFound' } })
  expect((await other.post('/my/messages/reading')).status).toBe(200)
  expect((await hall.stranger.get('/my/messages')).status).toBe(401)
  expect((await hall.as(aClerk(['messages.own'])).get('/my/messages')).body.items).toEqual([])
  expect((await hall.as(aUser()).get('/my/messages/unread-count')).body).toEqual({ unread: 1 })
})
