import type { GivenMaterial } from '@yiwang/cases/contract'
import type { Implementation } from '@yiwang/catalogue/contract'
import { hasOriginal } from '@yiwang/catalogue/rules'
import type { Api } from '../api.ts'
import type { Translate } from '../i18n.ts'
import { keptFiles } from './kept-files.ts'

const verifiedLevels: readonly string[] = ['A', 'B']

export const isVerified = ({ trustLevel = '' }: { trustLevel?: string }): boolean => verifiedLevels.includes(trustLevel)

/** 全程网办: somebody else's paper counts only verified, so that a new scan of it is not offered. */
export const onlyVerified = (material: Implementation['materials'][number], onlineMode: Implementation['onlineMode']): boolean =>
  onlineMode === 'full' && hasOriginal(material)

/**
 * 全程网办 takes a scan of somebody else's paper only where its original was seen before; said where it is uploaded, not when all is handed in.
 * @returns what to say, by the code of the material
 */
export async function unverified(
  api: Api,
  { onlineMode, materials }: Pick<Implementation, 'onlineMode' | 'materials'>,
  given: readonly GivenMaterial[],
  t: Translate,
): Promise<Record<string, string>> {
  if (onlineMode !== 'full') return {}
  const open = await unseen(api, materials, given)
  return Object.fromEntries(open.map(({ code }) => [code, t('give.notVerified')]))
}

/** 原件核验、原件预审: the names of the scans whose originals have to be shown at the counter once, before the result can be handed over. */
export async function originalsToShow(
  api: Api,
  { onlineMode, materials }: Pick<Implementation, 'onlineMode' | 'materials'>,
  given: readonly GivenMaterial[],
): Promise<string[]> {
  if (onlineMode !== 'verify' && onlineMode !== 'preview') return []
  const open = new Set((await unseen(api, materials, given)).map(({ code }) => code))
  return materials.filter(({ code }) => open.has(code)).map(({ name }) => name)
}

async function unseen(api: Api, materials: Implementation['materials'], given: readonly GivenMaterial[]): Promise<GivenMaterial[]> {
  const papers = new Set(materials.filter(hasOriginal).map(({ code }) => code))
  const scans = given.filter(({ code, source }) => source === 'upload' && papers.has(code))
  if (scans.length === 0) return []
  const files = await keptFiles(api, scans)
  return scans.filter(({ fileId = '' }) => !isVerified(files.get(fileId) ?? {}))
}

/** A courier brings nothing whose originals must first be seen at the hall (原件核验). */
export function waysOffered(
  { onlineMode, result, logistics }: Pick<Implementation, 'onlineMode' | 'result' | 'logistics'>,
  originals: readonly string[],
): Implementation['result']['delivery'] {
  const byCourier = logistics.results && !(onlineMode === 'verify' && originals.length > 0)
  return result.delivery.filter((method) => method !== 'courier' || byCourier)
}
