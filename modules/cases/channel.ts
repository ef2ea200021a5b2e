import type { Actor } from '@yiwang/kernel'
import type { Channel } from './contract.ts'

const known = new Map<string, Channel>(
  Object.entries({
    portal: 'portal',
    phone: 'phone',
    kiosk: 'kiosk',
    counter: 'counter',
    api: 'api',
    hotline: 'hotline',
    app: 'phone',
    hall: 'kiosk',
    console: 'counter',
  }),
)

/** Where an application came from (申请来源, appendix 3-1). */
export function channelOf({ kind, channel }: Pick<Actor, 'kind' | 'channel'>): Channel {
  return known.get(channel ?? '') ?? (kind === 'staff' ? 'counter' : kind === 'client' ? 'api' : 'portal')
}
