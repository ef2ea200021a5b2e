import { contactOf } from '@yiwang/identity'
import type { Act, Reactions } from '@yiwang/kernel'
import { send } from '@yiwang/messages'
import type { LicenceFacts } from './events.ts'

/** What the holder is told, where he has an account. */
export const announcements: Reactions = {
  'licence.made': async (act, licence) => {
    if (licence.inForce) await ready(act, licence)
  },
  'licence.inForce': (act, licence) => ready(act, licence),
  'licence.expiring': (act, licence) =>
    toHolder(act, licence, (to) =>
      send(act, {
        template: 'licenceExpiring',
        values: { licence: licence.typeName, number: licence.number, date: licence.validTo },
        to,
        from: issuerOf(licence),
      }),
    ),
}

/** Told once it is the holder's: what waits for originals is not. */
function ready(act: Act, licence: LicenceFacts): Promise<void> {
  return toHolder(act, licence, (to) =>
    send(act, { template: 'licenceReady', values: { licence: licence.typeName }, to, from: issuerOf(licence) }),
  )
}

async function toHolder(
  act: Act,
  { accountId }: LicenceFacts,
  tell: (to: Awaited<ReturnType<typeof contactOf>>) => Promise<void>,
): Promise<void> {
  if (accountId !== null) await tell(await contactOf(act, accountId))
}

function issuerOf({ issuerCode, division }: LicenceFacts): { bodyCode: string; division: string } {
  return { bodyCode: issuerCode, division }
}
