// Patterns come from whoever writes a form and run on whatever a person types, on the server too: only those that cannot run long are taken.

const longest = 200
const mostRepeats = 100
const mostVariable = 3
const atom = String.raw`(?:\\[dDwWsS]|\\p\{(?:Script=)?[A-Za-z_]{1,20}\}|\\[\\^$.*+?()[\]{}|/-]|\[\^?(?:\\[dDwWsS]|\\p\{(?:Script=)?[A-Za-z_]{1,20}\}|\\[\\^$.*+?()[\]{}|/-]|[^\\\]])+\]|[^\\^$.*+?()[\]{}|]|\.)`
const times = String.raw`(?:\?|\{\d{1,3}(?:,\d{1,3})?\})?`
const sequence = String.raw`(?:${atom}${times})+`
// One level of alternatives without repeats of their own: (?:省|市|区).
const choice = String.raw`\((?:\?:)?(?:${atom})+(?:\|(?:${atom})+)*\)\??`
const whole = new RegExp(String.raw`^\^(?:${sequence}|${choice})+\$$`, 'u')

/**
 * Whether a pattern is bounded: anchored at both ends, repeats counted ({1,20}, at most 100) and at most three of them of variable length, groups
 * neither nested nor repeated, no *, +, look-around or back-reference. Such a pattern takes at most a million steps.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > longest || !whole.test(pattern)) return false
  const repeats = [...pattern.replaceAll(/\\p\{[^}]*\}|\\./gu, 'x').matchAll(/\{(\d+)(?:,(\d+))?\}/g)]
  const variable = repeats.filter(([, , to]) => to !== undefined).length
  if (variable > mostVariable || repeats.some(([, from, to]) => Number(to ?? from) > mostRepeats)) return false
  return compiles(pattern)
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source.length > 0
  } catch {
    return false
  }
}
