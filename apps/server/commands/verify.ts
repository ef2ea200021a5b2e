import { linkAudit, verifyAudit, type Settings } from '@yiwang/kernel'
import { openInstallation } from '../composition.ts'

/** `yiwang verify`: walks the audit chain and names the first bad row. Exit status 1 when it is broken. */
export async function verify(settings: Settings): Promise<number> {
  const { house, close } = await openInstallation({ settings: { ...settings, logLevel: 'warn' }, works: false })
  try {
    while ((await linkAudit(house.db)) === 5000);
    const verdict = await verifyAudit(house.db)
    console.log(JSON.stringify(verdict, null, 2))
    return verdict.whole ? 0 : 1
  } finally {
    await close()
  }
}
