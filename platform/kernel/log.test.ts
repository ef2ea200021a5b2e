import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openLog } from './log.ts'

test('with a file the terminal shows warnings only; the file has all of the level', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const terminal = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => terminal.mockRestore())
  const logFile = join(folder, 'not-there-yet', 'yiwang.log')
  const log = openLog('info', logFile)
  log.debug('too small')
  log.info('a request')
  log.warn('a warning')
  const messages = (text: string) => [...text.matchAll(/"msg":"([^"]+)"/g)].map(([, message]) => message)
  await expect.poll(() => messages(readFileSync(logFile, 'utf8'))).toEqual(['a request', 'a warning'])
  expect(messages(terminal.mock.calls.map(([line]) => String(line)).join(''))).toEqual(['a warning'])
})
