import { simplified } from './traditional.ts'

/** A text as it is compared, and for each unit where it stood in what was written. */
export type Folded = { text: string; from: readonly number[]; to: readonly number[] }

/** Full width becomes half width, capitals small, traditional simplified; everything else stays where it is. */
export function fold(text: string): string {
  return foldWithPlaces(text).text
}

export function foldWithPlaces(text: string): Folded {
  const parts: string[] = []
  const from: number[] = []
  const to: number[] = []
  let place = 0
  for (const sign of text) {
    const folded = foldSign(sign)
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit++) {
      from.push(place)
      to.push(place + sign.length)
    }
    place += sign.length
  }
  return { text: parts.join(''), from, to }
}

function foldSign(sign: string): string {
  if (sign.length === 1 && sign < '\u0080') return sign.toLowerCase()
  const small = sign.normalize('NFKC').toLowerCase()
  return simplified.get(small) ?? small
}
