import type { Module } from '@yiwang/kernel'

/** The modules of the house, from the ground up. */
export const modules: readonly Module[] = []
