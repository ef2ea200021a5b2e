import { hash, verify } from '@node-rs/argon2'
import { problem } from './problems.ts'

/** Argon2id as OWASP advises: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const worst = new Set([
  '1234567890',
  '12345678910',
  '0123456789',
  '1111111111',
  'password123',
  'qwertyuiop',
  'qwerty12345',
  'a123456789',
  '1q2w3e4r5t',
  'woaini1314',
  'woaini520520',
  '88888888888',
  '66666666666',
  '0000000000',
])

/** @throws identity.passwordTooCommon */
export async function hashPassword(password: string): Promise<string> {
  if (worst.has(password.toLowerCase()) || /^(.)\1+$/.test(password)) throw problem.passwordTooCommon()
  return hash(password.normalize('NFKC'), cost)
}

export function isPassword(known: string, password: string): Promise<boolean> {
  return verify(known, password.normalize('NFKC'))
}

let decoy: Promise<string> | undefined
/** Takes as long as a real check, where there is no account: the time gives nothing away. */
export async function checkAgainstNobody(password: string): Promise<false> {
  decoy ??= hash('nobody has this password', cost)
  await isPassword(await decoy, password)
  return false
}
