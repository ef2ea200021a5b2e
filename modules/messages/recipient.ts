import type { Channel } from './contract.ts'

/** Enough to recognise one's own number, too little to reach somebody. */
export function maskRecipient(channel: Channel, recipient: string): string {
  if (channel === 'sms') return recipient.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')
  if (channel === 'email') return recipient.replace(/^(.)[^@]*(@.+)$/, '$1***$2')
  return ''
}

/** The way the gateway and the index want it. */
export function normaliseRecipient(channel: Channel, recipient: string): string {
  const text = recipient.normalize('NFKC').trim()
  return channel === 'sms' ? text.replaceAll(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '') : text.toLowerCase()
}
