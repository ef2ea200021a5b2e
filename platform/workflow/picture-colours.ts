import type { Mark } from './progress.ts'

/** Custom properties of the page, with values that do without it. Icons and words say the same as the colours. */
export const colours = {
  ink: 'var(--ink, #1b1f24)',
  quiet: 'var(--quiet, #4a5360)',
  line: 'var(--line-strong, #7a8594)',
  surface: 'var(--surface, #ffffff)',
  ground: 'var(--ground, #f6f7f9)',
}

export const markColours: Record<Mark, { fill: string; stroke: string; icon: string }> = {
  done: { fill: 'var(--green-tint, #e9f6ee)', stroke: 'var(--green, #17693a)', icon: 'var(--green, #17693a)' },
  current: { fill: 'var(--blue-tint, #eaf2fb)', stroke: 'var(--blue, #0b4ea2)', icon: 'var(--blue, #0b4ea2)' },
  late: { fill: 'var(--red-tint, #fdeeec)', stroke: 'var(--red, #b3201a)', icon: 'var(--red, #b3201a)' },
  pending: { fill: colours.surface, stroke: colours.line, icon: colours.quiet },
}

/** Drawn in a square of 14: tick, pointer, ring, exclamation mark. */
export const markIcons: Record<Mark, string> = {
  done: 'M2 7.5 5.5 11 12 3.5',
  current: 'M3 2.5 11 7 3 11.5Z',
  late: 'M7 2V8.5M7 11V12',
  pending: 'M7 2.5A4.5 4.5 0 1 1 6.99 2.5Z',
}
