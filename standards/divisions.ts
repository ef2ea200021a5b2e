import { faulty, must, sound } from './checked.ts'
import type { Checked } from './checked.ts'

/** Administrative division (行政区划) levels, from the nation down to the village or community. */
export type DivisionLevel = 'nation' | 'province' | 'city' | 'county' | 'township' | 'village'

/** A division in its canonical 12-digit form, with the 6, 9 or 12 digits in which it is usually written. */
export type Division = { code: string; short: string; level: DivisionLevel }

export type DivisionFault = 'length' | 'characters' | 'province' | 'gap'

/** The first two digits of GB/T 2260. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

export function isProvincePrefix(two: string): boolean {
  return PROVINCES.has(two)
}

const NATION = '000000000000'

/** How many leading digits tell a division of the level from its neighbours. */
const digitsOf: Record<DivisionLevel, number> = { nation: 0, province: 2, city: 4, county: 6, township: 9, village: 12 }

function levelOf(code: string): DivisionLevel {
  if (code === NATION) return 'nation'
  if (!code.endsWith('000')) return 'village'
  if (!code.endsWith('000000')) return 'township'
  if (!code.endsWith('00000000')) return 'county'
  return code.endsWith('0000000000') ? 'province' : 'city'
}

/** Reads a code of 6, 9 or 12 digits. A village needs its township; a township may lie directly under a city (东莞), so 00 there is no gap. */
export function parseDivision(text: string): Checked<Division, DivisionFault> {
  if (text.length !== 6 && text.length !== 9 && text.length !== 12) return faulty('length')
  if (!/^\d+$/.test(text)) return faulty('characters')
  const code = text.padEnd(12, '0')
  if (code !== NATION && !isProvincePrefix(code.slice(0, 2))) return faulty('province')
  const level = levelOf(code)
  const underProvince = code.slice(2, 4) === '00'
  if ((level === 'village' && code.slice(6, 9) === '000') || (underProvince && level !== 'province' && level !== 'nation'))
    return faulty('gap')
  return sound({ code, short: code.slice(0, Math.max(6, digitsOf[level])), level })
}

/** Is this well formed as a division code? Whether the division exists only the table of divisions knows. */
export function isDivisionCode(text: string): boolean {
  return parseDivision(text).ok
}

const division = (code: string): Division => must('division code', parseDivision(code))

/** The 12-digit form in which divisions are stored and compared. */
export function canonicalDivision(code: string): string {
  return division(code).code
}

export function divisionLevel(code: string): DivisionLevel {
  return division(code).level
}

/** The digits with which the codes of everything in the division begin: for `LIKE prefix%`. Empty for the nation. */
export function divisionPrefix(code: string): string {
  const { code: whole, level } = division(code)
  return whole.slice(0, digitsOf[level])
}

/** Does the division lie in the other one, or is it the same? */
export function isWithin(code: string, outer: string): boolean {
  return canonicalDivision(code).startsWith(divisionPrefix(outer))
}

/** The next division outwards in canonical form; undefined for the nation. A township directly under a city has the city as its parent. */
export function parentDivision(code: string): string | undefined {
  const { code: whole, level } = division(code)
  if (level === 'nation') return undefined
  const cut = { province: 0, city: 2, county: 4, township: 6, village: 9 }[level]
  return whole.slice(0, cut).padEnd(12, '0')
}

/** The division and everything around it, from the nation inwards. */
export function divisionPath(code: string): string[] {
  const parent = parentDivision(code)
  return parent === undefined ? [NATION] : [...divisionPath(parent), canonicalDivision(code)]
}
