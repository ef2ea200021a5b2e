import type { Arrangement } from './layers.ts'

export const columnGap = 80
export const rowGap = 56
export const margin = 24
export const heading = 32
export const event = { width: 36, height: 36 }
export const gateway = { width: 50, height: 50 }
export const task = { width: 132, height: 88 }

export type Size = { width: number; height: number }
export type Span = { at: number; size: number }
/** Where columns and rows of one container begin, and how wide and high they are. */
export type Grid = Arrangement & { columns: Span[]; rows: Span[] }
