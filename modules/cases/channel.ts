import type { Actor } from '@yiwang/kernel'
import type { Channel } from './contract.ts'

const known: Readonly<Record<string, Channel>> = {
  portal: 'portal',
  phone: 'phone',
  kiosk: 'kiosk',
  counter: 'counter',
  api: 'api',
  hotline: 'hotline',
  app: 'phone',
  hall: 'kiosk',
  console: 'counter',
}

/** Where an application came from (申请来源, appendix 3-1). */
export function channelOf({ kind, channel }: Pick<Actor, 'kind' | 'channel'>): Channel {
  return known[channel ?? ''] ?? (kind === 'staff' ? 'counter' : kind === 'client' ? 'api' : 'portal')
}
