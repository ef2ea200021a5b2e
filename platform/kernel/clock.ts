/** Where moments come from. Injected once, so that a test can hold it still and the demo can let it run fast. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved; for tests and for making history. */
export function standingClock(start: Date | string): Clock & { set(to: Date | string): void; advance(milliseconds: number): void } {
  let moment = new Date(start)
  if (Number.isNaN(moment.getTime())) throw new RangeError('not a moment')
  return {
    now: () => new Date(moment),
    set: (to) => {
      moment = new Date(to)
    },
    advance: (milliseconds) => {
      moment = new Date(moment.getTime() + milliseconds)
    },
  }
}
