import type { Translate } from '../i18n.ts'
import { type Limit, limitWords } from './dates.ts'

/** What is promised against what the law allows, as two bars on one scale. */
export type LimitBar = { promised: { words: string; share: number }; statutory: { words: string; share: number }; saying: string }

/** Seven days hold five workdays: enough for a picture, never used for a due date. */
const inDays = (limit: Limit): number => (limit.unit === 'workday' ? limit.value * 1.4 : limit.value)

export function limitBar(promised: Limit | undefined, statutory: Limit | undefined, t: Translate): LimitBar {
  const most = Math.max(promised ? inDays(promised) : 0, statutory ? inDays(statutory) : 0, 0.001)
  const part = (limit: Limit | undefined) => ({
    words: limitWords(limit, t),
    share: limit ? Math.max(0.02, inDays(limit) / most) : 0,
  })
  return { promised: part(promised), statutory: part(statutory), saying: saying(promised, statutory, t) }
}

function saying(promised: Limit | undefined, statutory: Limit | undefined, t: Translate): string {
  if (!promised) return t('limit.noPromise')
  if (promised.value === 0) return t('limit.sayInstant')
  if (!statutory || statutory.value === 0) return t('limit.sayNoLaw')
  const saved = 1 - inDays(promised) / inDays(statutory)
  return saved > 0.01 ? t('limit.sayShorter', { share: Math.round(saved * 100) }) : t('limit.saySame')
}
