import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localStore } from '@yiwang/storage'
import { aFullDisk, aPdf } from '@yiwang/storage/testing'
import { aUser, openHall } from '@yiwang/testing'
import { expect, test } from 'vitest'
import { documents, issuePaper } from './index.ts'

const boundary = 'yiwang-test-boundary'
const upload = {
  payload: Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="合同.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    aPdf(),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]),
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
}

const notice = {
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

test('a full disk: uploads and papers are refused with clear words and leave nothing; with room again both are there', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-full-'))
  t.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const hall = await openHall(t, {
    modules: [documents],
    outside: { storage: localStore(folder), sealPaper: async (_work, { pdf }) => pdf },
  })
  const person = hall.as(aUser('user-1'))
  const paper = await hall.act((act) => issuePaper(act, { ...notice, sealed: true }))
  const disk = await aFullDisk(100)
  t.onTestFinished(disk.free)

  const refused = await person.post('/files', undefined, upload)
  expect(refused).toMatchObject({ status: 507, body: { type: 'storage.storageFull', title: expect.stringContaining('空间已满') } })
  const inEnglish = await person.post('/files', undefined, { ...upload, headers: { ...upload.headers, 'accept-language': 'en' } })
  expect(inEnglish.body.title).toContain('no room left')
  expect(await person.get(`/my/papers/${paper.id}/content`)).toMatchObject({ status: 507, body: { type: 'storage.storageFull' } })
  await expect(hall.runJob('documents.makePapers')).rejects.toThrow('1 of 1 papers')
  expect((await person.get('/my/files')).body.items).toEqual([])
  expect((await person.get('/my/papers')).body.items).toHaveLength(1)
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  expect((await hall.audited()).map(({ act }) => act)).toEqual(['test'])

  disk.free()
  expect((await person.post('/files', undefined, upload)).status).toBe(201)
  expect((await person.get(`/my/papers/${paper.id}/content`)).status).toBe(200)
})
