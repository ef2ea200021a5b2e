import { existsSync, readdirSync, statSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { aPdf } from '@yiwang/storage/testing'
import { expect, test } from 'vitest'
import { openWholeHall, type WholeHall } from './whole-hall.ts'

const boundary = 'a-boundary-of-the-story'
const head = (name: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`
const megabyte = Buffer.alloc(1_048_576, 0x41)

interface Told {
  status: number
  type: string
}

/** A PDF that goes on for so many megabytes, sent as long as the server listens. */
function sendLong({ office, person }: WholeHall, megabytes: number): Promise<Told> {
  const { port } = office.hall.app.server.address() as AddressInfo
  office.hall.as(person) // known to the hall by this header from now on
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-test-actor': JSON.stringify(person) }
  return new Promise((told, failed) => {
    const sending = request({ host: '127.0.0.1', port, path: '/api/v1/files', method: 'POST', headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
      answer.on('end', () => {
        told({ status: answer.statusCode ?? 0, type: (JSON.parse(text) as { type: string }).type })
        sending.destroy() // who was refused need not go on
      })
    })
    sending.on('error', failed)
    sending.write(head('很大的扫描件.pdf'))
    sending.write(aPdf())
    let sent = 0
    const more = () => {
      while (sent < megabytes) {
        sent += 1
        if (!sending.write(megabyte)) return void sending.once('drain', more)
      }
      sending.end(`\r\n--${boundary}--\r\n`)
    }
    more()
  })
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

test(
  'an upload of a hundred megabytes is refused in words, is not held in memory, and leaves nothing behind',
  { timeout: 90_000 },
  async (t) => {
    const hall = await openWholeHall(t)
    const { office, person } = hall
    await office.hall.app.listen({ host: '127.0.0.1', port: 0 })
    const folder = join(office.hall.house.settings.folder, 'files')
    const files = async () => (await office.hall.as(person).get('/my/files')).body.items.length
    const [kept, bytes, memory] = [await files(), bytesIn(folder), process.memoryUsage().rss]
    let most = memory
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
    const told = await sendLong(hall, 100).finally(() => clearInterval(watch))
    expect(told).toEqual({ status: 413, type: 'storage.fileTooLarge' })
    expect([await files(), bytesIn(folder)]).toEqual([kept, bytes])
    expect((most - memory) / 1_048_576).toBeLessThan(150)
  },
)
