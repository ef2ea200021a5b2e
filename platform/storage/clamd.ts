import { createReadStream } from 'node:fs'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { FileProblem } from './problem.ts'

/** Throws `storage.fileIsInfected`, or `storage.scannerUnavailable`: a file nobody could scan is not taken. */
export type Scanner = (path: string) => Promise<void>

/** Virus scan by a clamd over TCP, command INSTREAM: chunks with their length before them, an empty one at the end. */
export function clamdScanner({ host, port, timeoutMs = 60_000 }: { host: string; port: number; timeoutMs?: number }): Scanner {
  return async (path) => {
    const answer = await ask(host, port, timeoutMs, path).catch((cause: unknown) => {
      throw new FileProblem('scannerUnavailable', { cause: String(cause) })
    })
    const found = /^stream: (.+) FOUND$/.exec(answer)
    if (found) throw new FileProblem('fileIsInfected', { name: found[1] })
    if (answer !== 'stream: OK') throw new FileProblem('scannerUnavailable', { answer })
  }
}

async function ask(host: string, port: number, timeoutMs: number, path: string): Promise<string> {
  const socket = connect({ host, port, timeout: timeoutMs })
  socket.on('timeout', () => socket.destroy(new Error(`no answer in ${timeoutMs} ms`)))
  const answer = wholeAnswer(socket)
  try {
    const [reply] = await Promise.all([answer, send(socket, path)])
    return reply
  } finally {
    socket.destroy()
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    await write(socket, Buffer.concat([length, chunk]))
  }
  await write(socket, Buffer.alloc(4))
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (problem) => (problem ? reject(problem) : resolve())))
}

function wholeAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (bytes) => (text += bytes.toString('utf8')))
    socket.on('end', () => resolve(text.replaceAll('\0', '').trim()))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed without an answer')))
  })
}
