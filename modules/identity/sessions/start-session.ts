import { randomBytes } from 'node:crypto'
import type { Act } from '@yiwang/kernel'
import { insertSession, keyOfToken } from './session-store.ts'

export interface Entrance {
  channel: string
  /** What the browser says it is, shortened; shown to the holder among his sessions. */
  device: string
}

/** A sign-in session (登录会话). @returns the token, told to the browser once and kept nowhere */
export async function startSession(act: Act, kind: 'user' | 'staff', holderId: string, { channel, device }: Entrance): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await insertSession(act, { key: keyOfToken(token), kind, holderId, channel, device: device.slice(0, 120) })
  return token
}
