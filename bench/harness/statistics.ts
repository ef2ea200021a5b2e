export interface Spread {
  median: number
  min: number
  max: number
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 50), min: Math.min(...values), max: Math.max(...values) }
}

/** Nearest rank; of an even number of values the median is the mean of the middle two. */
export function percentile(values: readonly number[], rank: number): number {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = values.toSorted((one, other) => one - other)
  const at = (place: number) => sorted[Math.min(Math.max(place, 0), sorted.length - 1)] ?? 0
  if (rank === 50 && sorted.length % 2 === 0) return (at(sorted.length / 2 - 1) + at(sorted.length / 2)) / 2
  return at(Math.ceil((rank / 100) * sorted.length) - 1)
}

export function latencyOf(milliseconds: readonly number[]): { p50: number; p95: number; p99: number } {
  return { p50: percentile(milliseconds, 50), p95: percentile(milliseconds, 95), p99: percentile(milliseconds, 99) }
}

/** To three digits that count. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
