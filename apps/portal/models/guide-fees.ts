import type { Fees, FeeStandard } from '@yiwang/catalogue/contract'
import type { Translate } from '../i18n.ts'

export type Fact = { label: string; value: string; note: string }

/** ¥ 20 · ¥ 19.50 — counted in fen, so that nothing is lost. */
export const money = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

const leastOf = ({ rate }: FeeStandard): number =>
  rate.kind === 'stepped'
    ? Math.min(...rate.steps.map(({ amountFen }) => amountFen))
    : rate.kind === 'perUnit'
      ? (rate.leastFen ?? rate.amountFen)
      : rate.amountFen

export function feeFact(fees: Fees, t: Translate): Fact {
  const label = t('guide.fee')
  if (!fees.charged) return { label, value: t('fee.none'), note: t('fee.noneNote') }
  const first = fees.standards[0]
  if (!first) return { label, value: t('fee.charged'), note: fees.note ?? t('fee.see') }
  const exact = fees.standards.length === 1 && first.rate.kind === 'fixed'
  const amount = money(Math.min(...fees.standards.map(leastOf)))
  return { label, value: t(exact ? 'fee.exact' : 'fee.from', { amount }), note: t('fee.see') }
}

export function feeLines({ charged, standards }: Fees, t: Translate): { name: string; amount: string; reliefs: string[] }[] {
  if (!charged) return []
  return standards.map((one) => ({
    name: one.name,
    amount: rateWords(one, t),
    reliefs: one.reliefs.map(({ name, percentOff }) => t(percentOff === 100 ? 'fee.free' : 'fee.less', { name, percent: percentOff })),
  }))
}

function rateWords({ rate }: FeeStandard, t: Translate): string {
  if (rate.kind === 'fixed') return t('fee.yuan', { amount: money(rate.amountFen) })
  if (rate.kind === 'perUnit') return t('fee.perUnit', { amount: money(rate.amountFen), unit: rate.quantity.unit })
  return rate.steps
    .map(({ upTo, amountFen, perUnit }) => {
      const amount = perUnit
        ? t('fee.perUnit', { amount: money(amountFen), unit: rate.quantity.unit })
        : t('fee.yuan', { amount: money(amountFen) })
      return upTo ? t('fee.upTo', { name: rate.quantity.name, upTo, unit: rate.quantity.unit, amount }) : t('fee.beyond', { amount })
    })
    .join(t('list.semicolon'))
}
