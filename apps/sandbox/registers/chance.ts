/** Chance that is the same every time: everybody who starts the sandbox meets the same people. */
export type Chance = {
  below(limit: number): number
  happens(share: number): boolean
  pick<T>(from: readonly T[]): T
  between(low: number, high: number): number
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  // mulberry32, public domain arithmetic
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    happens: (share) => next() < share,
    between: (low, high) => low + below(high - low + 1),
    pick<T>(from: readonly T[]): T {
      const found = from[below(from.length)]
      if (found === undefined) throw new RangeError('nothing to pick from')
      return found
    },
  }
}
