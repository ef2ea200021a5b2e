/** What is due: fixed, per unit, stepped; reduced or waived. Browser-safe; amounts are whole fen. */
import { sumFen, timesFen } from '@yiwang/standards'
import type { Answers, Elements, FeeDue, FeeLine, FeeRate, FeeStandard } from '../contract.ts'
import { holds } from './materials-for.ts'

export interface FeeInput {
  answers: Answers
  /** Quantities from the form, written in decimals ('90.88'), by the field the standard names. */
  quantities?: Readonly<Record<string, string | number>>
}

/** The fee of a case: nothing for an item that is free of charge (本事项不收费), whatever its standards say. */
export function feeFor({ fees }: Pick<Elements, 'fees'>, input: FeeInput): FeeDue {
  const standards = fees.charged ? fees.standards.filter(({ when }) => holds(when, input.answers)) : []
  const lines = standards.map((standard) => lineOf(standard, input))
  return { lines, totalFen: sumFen(lines.map(({ amountFen }) => amountFen)) }
}

/** The best relief (减免) applies, never several at once: law grants each of them on the full fee. */
function lineOf({ key, name, rate, reliefs }: FeeStandard, input: FeeInput): FeeLine {
  const full = amountOf(rate, input)
  const best = reliefs.filter(({ when }) => holds(when, input.answers)).sort((one, other) => other.percentOff - one.percentOff)[0]
  if (!best) return { key, name, amountFen: full, reliefs: [] }
  return { key, name, amountFen: Math.ceil((full * (100 - best.percentOff)) / 100), reliefs: [best.name] }
}

function amountOf(rate: FeeRate, input: FeeInput): number {
  if (rate.kind === 'fixed') return rate.amountFen
  const quantity = quantityOf(input, rate.quantity.field)
  if (rate.kind === 'stepped') return steppedAmount(rate, quantity)
  const amount = timesFen(rate.amountFen, quantity)
  return Math.min(Math.max(amount, rate.leastFen ?? 0), rate.mostFen ?? Number.MAX_SAFE_INTEGER)
}

/** A quantity that is missing or no number counts as none: the form is what demands it. */
function quantityOf({ quantities = {} }: FeeInput, field: string): string {
  const value = Object.hasOwn(quantities, field) ? String(quantities[field]) : ''
  return /^\d{1,12}(\.\d{1,6})?$/.test(value) ? value : '0'
}

type Stepped = Extract<FeeRate, { kind: 'stepped' }>
const micro = (decimal: string): bigint => {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6))
}
const decimal = (value: bigint): string => `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`

function steppedAmount({ steps, how }: Stepped, quantity: string): number {
  const whole = micro(quantity)
  if (how === 'whole') {
    const step = steps.find(({ upTo }) => upTo === undefined || whole <= micro(upTo)) ?? steps.at(-1)
    return step ? (step.perUnit ? timesFen(step.amountFen, quantity) : step.amountFen) : 0
  }
  return sumFen(steps.map((step, place) => partOf(step, micro(steps[place - 1]?.upTo ?? '0'), whole)))
}

/** What of the quantity lies in the step that begins at `from`. */
function partOf(step: Stepped['steps'][number], from: bigint, whole: bigint): number {
  const to = step.upTo === undefined || micro(step.upTo) > whole ? whole : micro(step.upTo)
  if (to <= from) return 0
  return step.perUnit ? timesFen(step.amountFen, decimal(to - from)) : step.amountFen
}
