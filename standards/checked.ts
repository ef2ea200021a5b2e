/** The answer of every reader of a number: its parts, or the one thing that is wrong with it. Nothing here throws at what a person typed. */
export type Checked<Value, Fault extends string> = { ok: true; value: Value } | { ok: false; fault: Fault }

export function sound<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function faulty<Fault extends string>(fault: Fault): { ok: false; fault: Fault } {
  return { ok: false, fault }
}

/** Thrown by makers and calculators that were handed what their caller should have read first: a fault of the program, not of a person. */
export class Malformed extends Error {
  readonly code = 'standards.malformed'
  readonly what: string
  readonly fault: string

  constructor(what: string, fault: string) {
    super(`${what}: ${fault}`)
    this.name = 'Malformed'
    this.what = what
    this.fault = fault
  }
}

/** The value of something already known to be sound. */
export function must<Value>(what: string, checked: Checked<Value, string>): Value {
  if (!checked.ok) throw new Malformed(what, checked.fault)
  return checked.value
}

/** People paste numbers with spaces, in full-width characters and in lower case: NFKC folds the width, blanks go, letters rise. */
export function normaliseNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase()
}
