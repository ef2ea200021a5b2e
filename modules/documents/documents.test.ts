import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localStore } from '@yiwang/storage'
import { aDocx, aJpeg, aPdf, aPng } from '@yiwang/storage/testing'
import { aClerk, aUser, openHall, type Hall } from '@yiwang/testing'
import { expect, test, type TestContext } from 'vitest'
import { changeEffect, documents, issuePaper, listPapers, paperFile } from './index.ts'

async function openDocuments(
  t: TestContext,
  options: { connections?: number; libraryLimit?: number; sealPaper?: () => Promise<Uint8Array> } = {},
): Promise<Hall> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  t.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const seal = options.sealPaper ?? (() => Promise.reject(new Error('the seal service is down')))
  return openHall(t, {
    modules: [documents],
    outside: { storage: localStore(folder), sealPaper: seal },
    settings: { uploadLimit: 200_000, ...(options.libraryLimit ? { libraryLimit: options.libraryLimit } : {}) },
    ...(options.connections ? { connections: options.connections } : {}),
  })
}

function form(name: string, type: string, bytes: Buffer): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'yiwang-test-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

const upload = (hall: Hall, who: string, name: string, type: string, bytes: Buffer) =>
  hall.as(aUser(who)).post('/files', undefined, form(name, type, bytes))

const refusal = {
  kind: 'refusalNotice',
  body: { code: '11330102002500287C', name: '杭州市上城区市场监督管理局', word: '上城市监' },
  subject: { kind: 'case', key: '33010220260302000000' },
  owner: 'user-1',
  data: {
    caseNumber: '33010220260302000000',
    applicant: '张测试',
    item: '食品经营许可',
    handledAt: '2026-03-02T01:00:00Z',
    department: '登记科',
    clerk: '王样例',
    reason: '申请事项依法不需要取得行政许可。',
    legalBasis: '《中华人民共和国行政许可法》第三十二条第一款第（一）项',
  },
} as const

test('an upload belongs to the person who sent it and to nobody else', async (t) => {
  const hall = await openDocuments(t)
  const kept = await upload(hall, 'user-1', '租赁合同.pdf', 'application/pdf', aPdf())
  expect(kept).toMatchObject({ status: 201, body: { name: '租赁合同.pdf', mediaType: 'application/pdf', trustLevel: 'C' } })
  const content = await hall.as(aUser('user-1')).get(`/files/${kept.body.id}/content`)
  expect(Buffer.compare(content.body, aPdf())).toBe(0)
  expect(content.headers['content-security-policy']).toContain('sandbox')
  expect((await hall.as(aUser('user-2')).get(`/files/${kept.body.id}/content`)).status).toBe(404)
  expect((await hall.as(aClerk([])).get(`/files/${kept.body.id}/content`)).status).toBe(404)
  expect((await hall.stranger.get(`/files/${kept.body.id}/content`)).status).toBe(401)
  expect((await hall.as(aUser('user-2')).get('/my/files')).body.items).toEqual([])
})

test('R5A-274 R7-061 what is not what its name says, an executable and what is too large are refused, and nothing is kept', async (t) => {
  const hall = await openDocuments(t)
  const answers = [
    await upload(hall, 'user-1', '照片.png', 'image/png', aPdf()),
    await upload(hall, 'user-1', '安装.exe', 'application/octet-stream', Buffer.from('MZ\x90\x00'.padEnd(200, '\0'), 'latin1')),
    await upload(hall, 'user-1', '合同.pdf', 'application/pdf', Buffer.from('MZ\x90\x00'.padEnd(200, '\0'), 'latin1')),
    await upload(hall, 'user-1', '大.pdf', 'application/pdf', Buffer.concat([aPdf(), Buffer.alloc(300_000)])),
  ]
  expect(answers.map((answer) => answer.body.type)).toEqual([
    'storage.fileNotWhatItsNameSays',
    'storage.fileIsExecutable',
    expect.stringMatching(/^storage\.file(IsExecutable|NotWhatItsNameSays)$/),
    expect.stringMatching(/storage.fileTooLarge|request.tooLarge/),
  ])
  expect(answers.every((answer) => /[\u4e00-\u9fff]/.test(answer.body.title))).toBe(true)
  expect(answers[0]?.body.title).toContain('另存后再上传')
  expect((await hall.as(aUser('user-1')).get('/my/files')).body.items).toEqual([])
  expect((await upload(hall, 'user-1', '照片.png', 'image/png', aPng())).status).toBe(201)
  expect((await hall.stranger.post('/files', undefined, form('a.pdf', 'application/pdf', aPdf()))).status).toBe(401)
})

test('R5A-273 the usual documents and pictures are kept and come back byte for byte', async (t) => {
  const hall = await openDocuments(t)
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const kinds: [string, string, Buffer][] = [
    ['合同.pdf', 'application/pdf', aPdf()],
    ['扫描.jpg', 'image/jpeg', aJpeg()],
    ['照片.png', 'image/png', aPng()],
    ['申请书.docx', word, aDocx()],
  ]
  for (const [name, type, bytes] of kinds) {
    const kept = await upload(hall, 'user-1', name, type, bytes)
    expect(kept).toMatchObject({ status: 201, body: { name, mediaType: type } })
    const content = await hall.as(aUser('user-1')).get(`/files/${kept.body.id}/content`)
    expect(Buffer.compare(content.body, bytes)).toBe(0)
  }
})

test('R5A-272 a file has a name and content, or is not kept', async (t) => {
  const hall = await openDocuments(t)
  const nothing = await hall.as(aUser('user-1')).post('/files', undefined, {
    payload: '--b--\r\n',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  })
  expect(nothing.status).toBe(400)
  expect((await upload(hall, 'user-1', '', 'application/pdf', aPdf())).status).toBeGreaterThanOrEqual(400)
  expect((await upload(hall, 'user-1', '空.pdf', 'application/pdf', Buffer.alloc(0))).status).toBeGreaterThanOrEqual(400)
  expect((await hall.as(aUser('user-1')).get('/my/files')).body.items).toEqual([])
})

test('R5A-275 a full library says how full it is and takes nothing more until something was removed; how much it holds is a setting', async (t) => {
  const size = aPdf().length
  const hall = await openDocuments(t, { libraryLimit: 2 * size + 10, connections: 4 })
  const add = (who = 'user-1') => upload(hall, who, '合同.pdf', 'application/pdf', aPdf())
  const kept = await add()
  // two at once for the last room: one has it
  expect((await Promise.all([add(), add()])).map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(await add()).toMatchObject({ status: 409, body: { type: 'document.libraryFull', used: 2 * size, total: 2 * size + 10 } })
  expect((await add('user-2')).status).toBe(201)
  expect((await hall.as(aUser('user-1')).get('/my/files')).body.items).toHaveLength(2)
  await hall.as(aUser('user-1')).delete(`/my/files/${kept.body.id}`)
  expect((await add()).status).toBe(201)
})

test('a file removed from the library is listed no more and still read, since a case may use it; nobody else removes it', async (t) => {
  const hall = await openDocuments(t)
  const { body } = await upload(hall, 'user-1', '合同.pdf', 'application/pdf', aPdf())
  expect((await hall.as(aUser('user-2')).delete(`/my/files/${body.id}`)).status).toBe(404)
  expect((await hall.as(aUser('user-1')).delete(`/my/files/${body.id}`)).status).toBe(204)
  expect((await hall.as(aUser('user-1')).get('/my/files')).body.items).toEqual([])
  expect((await hall.as(aUser('user-1')).get(`/files/${body.id}/content`)).status).toBe(200)
})

test('the library is paged by key, newest first, without a gap or a double', async (t) => {
  const hall = await openDocuments(t)
  for (let index = 0; index < 5; index += 1) {
    hall.clock.advance(1000)
    await upload(hall, 'user-1', `文件${index}.pdf`, 'application/pdf', aPdf({ after: `%${index}\n` }))
  }
  const first = await hall.as(aUser('user-1')).get('/my/files?limit=3')
  const second = await hall.as(aUser('user-1')).get(`/my/files?limit=3&after=${first.body.next}`)
  const names = [...first.body.items, ...second.body.items].map((file: { name: string }) => file.name)
  expect(names).toEqual([4, 3, 2, 1, 0].map((index) => `文件${index}.pdf`))
  expect(first.body.items).toHaveLength(3)
  expect(second.body.next).toBeUndefined()
  expect((await hall.as(aUser('user-1')).get('/my/files?after=nonsense')).body.type).toBe('page.cursorInvalid')
})

test('a paper has its number at once, its PDF when wanted, sealed, and always the same', async (t) => {
  let seals = 0
  const hall = await openDocuments(t, { connections: 4, sealPaper: async () => Buffer.from(`%PDF sealed ${(seals += 1)}`) })
  const issued = await hall.act((act) => issuePaper(act, { ...refusal, sealed: true }))
  expect(issued.number).toMatch(/^上城市监不受字〔2026〕\d{7}号$/)
  const work = hall.house.work({ kind: 'system', id: 'test', grants: [] })
  const [one, two] = await Promise.all([paperFile(work, issued.id), paperFile(work, issued.id)])
  expect(one.file.id).toBe(two.file.id)
  expect((await paperFile(work, issued.id)).file.id).toBe(one.file.id)
  expect(await listPapers(hall.house.db, refusal.subject)).toHaveLength(1)
  const { body } = await hall.as(aUser('user-1')).get(`/my/papers/${issued.id}/content`)
  expect(body.toString()).toMatch(/^%PDF sealed [12]$/)
})

test('the owner reads a paper as PDF; another person and a stranger do not', async (t) => {
  const hall = await openDocuments(t)
  const issued = await hall.act((act) => issuePaper(act, { ...refusal, sealed: false }))
  const mine = await hall.as(aUser('user-1')).get(`/my/papers/${issued.id}/content`)
  expect(mine.status).toBe(200)
  expect(mine.body.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await hall.as(aUser('user-2')).get(`/my/papers/${issued.id}/content`)).status).toBe(404)
  expect((await hall.stranger.get(`/my/papers/${issued.id}/content`)).status).toBe(401)
  expect((await hall.as(aUser('user-1')).get('/my/papers')).body.items).toMatchObject([{ title: '不予受理通知书', number: issued.number }])
  expect((await hall.as(aUser('user-2')).get('/my/papers')).body.items).toEqual([])
})

test('the code of a paper tells anybody what it is and nothing about the person', async (t) => {
  const hall = await openDocuments(t)
  const issued = await hall.act((act) => issuePaper(act, { ...refusal, sealed: true }))
  const facts = await hall.stranger.get(`/papers/by-code/${issued.auditCode}`)
  expect(facts.body).toEqual({
    title: '不予受理通知书',
    number: issued.number,
    bodyName: '杭州市上城区市场监督管理局',
    issuedOn: '2026-03-02',
    sealed: true,
    effect: 'inForce',
  })
  expect((await hall.stranger.get('/papers/by-code/NOSUCHCODE')).status).toBe(404)
})

test('a paper that waits for originals is nobody’s to carry, and its code says so; released it is the owner’s, rescinded it is not', async (t) => {
  const hall = await openDocuments(t)
  const wish = { ...refusal, sealed: false }
  const issued = await hall.act((act) => issuePaper(act, { ...wish, pending: true }))
  const owner = hall.as(aUser('user-1'))
  const seen = async () => [
    (await hall.stranger.get(`/papers/by-code/${issued.auditCode}`)).body.effect,
    (await owner.get('/my/papers')).body.items.length,
    (await owner.get(`/my/papers/${issued.id}/content`)).status,
  ]
  expect(await seen()).toEqual(['pending', 0, 404])
  await hall.act((act) => changeEffect(act.tx, refusal.subject, 'pending', 'inForce'))
  expect(await seen()).toEqual(['inForce', 1, 200])
  await hall.act((act) => changeEffect(act.tx, refusal.subject, 'inForce', 'rescinded'))
  expect(await seen()).toEqual(['rescinded', 0, 404])
})

test('what is known of a file is told to who sent it, also once it is out of the library, and to nobody else', async (t) => {
  const hall = await openDocuments(t)
  const { id } = (await upload(hall, 'user-1', '租赁合同.pdf', 'application/pdf', aPdf())).body
  const owner = hall.as(aUser('user-1'))
  expect((await owner.get(`/files/${id}`)).body).toMatchObject({ id, name: '租赁合同.pdf', trustLevel: 'C' })
  await owner.delete(`/my/files/${id}`)
  expect((await owner.get(`/files/${id}`)).body).toMatchObject({ id, name: '租赁合同.pdf' })
  expect((await hall.as(aUser('user-2')).get(`/files/${id}`)).status).toBe(404)
  expect((await hall.stranger.get(`/files/${id}`)).status).toBe(401)
})

test('a seal service that is down delays a sealed paper and no other; nothing half made remains', async (t) => {
  const hall = await openDocuments(t)
  const sealed = await hall.act((act) => issuePaper(act, { ...refusal, sealed: true }))
  const plain = await hall.act((act) => issuePaper(act, { ...refusal, sealed: false }))
  await expect(hall.runJob('documents.makePapers')).rejects.toThrow('1 of 2 papers could not be made')
  const papers = await listPapers(hall.house.db, refusal.subject)
  expect(papers.find((paper) => paper.id === sealed.id)?.fileId).toBeNull()
  expect(papers.find((paper) => paper.id === plain.id)?.fileId).not.toBeNull()
})
