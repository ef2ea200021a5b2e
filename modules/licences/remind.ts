import type { Act, Work } from '@yiwang/kernel'
import { addDays, legalDay } from '@yiwang/standards'
import { insertReminder, licencesExpiring } from './expiry-store.ts'
import { factsOf, getLicenceById } from './licence-store.ts'

const daysBefore = 30
const batch = 500

/** 到期提醒 (the guide 五（二）1（4）③): tells of each licence that ends within a month, once for each end. */
export async function remindOfExpiry(work: Work): Promise<void> {
  const today = legalDay(work.now())
  for (;;) {
    const ids = await work.read(({ tx }) => licencesExpiring(tx, today, addDays(today, daysBefore), batch))
    for (const id of ids) await work.perform('licences.remind', (act) => remind(act, id))
    if (ids.length < batch) return
  }
}

async function remind(act: Act, id: string): Promise<void> {
  const licence = await getLicenceById(act, id)
  if (licence.validTo === undefined || licence.state !== 'valid') return
  if (!(await insertReminder(act, id, licence.validTo))) return
  await act.publish('licence.expiring', { ...factsOf(licence), validTo: licence.validTo })
}
