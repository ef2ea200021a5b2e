import { faulty, must, normaliseNumber, sound } from './checked.ts'
import type { Checked } from './checked.ts'
import { findItemType, itemTypes } from './item-types.ts'
import type { ItemType } from './item-types.ts'

/**
 * A base code (基本编码, appendix 1, element 1): ten characters, item type 2 + main item 5 + sub-item 3. The last three are 000 for an item
 * without sub-items and for a main item itself, 001 to 999 for its sub-items; 00Y marks a main item that has sub-items (DB52/T 1264-2018).
 */
export type BaseCode = {
  code: string
  type: string
  mainItem: string
  subItem: string
  kind: 'mainItem' | 'mainItemWithSubItems' | 'subItem'
}

export type BaseCodeFault = 'length' | 'type' | 'mainItem' | 'subItem'

type Known = { types?: readonly ItemType[] }

function kindOf(subItem: string): BaseCode['kind'] | undefined {
  if (subItem === '000') return 'mainItem'
  if (subItem === '00Y') return 'mainItemWithSubItems'
  return /^\d{3}$/.test(subItem) ? 'subItem' : undefined
}

/** Reads a base code; the table of item types may be a province's own. */
export function parseBaseCode(text: string, { types = itemTypes }: Known = {}): Checked<BaseCode, BaseCodeFault> {
  const code = normaliseNumber(text)
  if (code.length !== 10) return faulty('length')
  const type = code.slice(0, 2)
  const mainItem = code.slice(2, 7)
  const subItem = code.slice(7)
  if (!findItemType(type, types)) return faulty('type')
  if (!/^\d{5}$/.test(mainItem) || mainItem === '00000') return faulty('mainItem')
  const kind = kindOf(subItem)
  return kind ? sound({ code, type, mainItem, subItem, kind }) : faulty('subItem')
}

export function isBaseCode(text: string, known: Known = {}): boolean {
  return parseBaseCode(text, known).ok
}

/** The code of a main item, or of one of its sub-items, by their numbers. */
export function makeBaseCode(
  { type, mainItem, subItem = 0 }: { type: string; mainItem: number; subItem?: number },
  known: Known = {},
): string {
  const made = `${type}${String(mainItem).padStart(5, '0')}${String(subItem).padStart(3, '0')}`
  return must('base code', parseBaseCode(made, known)).code
}

/** The code of the main item to which a sub-item belongs, in the guide's form (000). */
export function mainItemOf(code: string, known: Known = {}): string {
  return `${must('base code', parseBaseCode(code, known)).code.slice(0, 7)}000`
}

/** Are both codes of one main item: itself or its sub-items? */
export function sameMainItem(one: string, other: string, known: Known = {}): boolean {
  return mainItemOf(one, known) === mainItemOf(other, known)
}
