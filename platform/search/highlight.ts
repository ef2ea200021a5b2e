import { foldWithPlaces, type Folded } from './fold.ts'
import { queryText, type Unit } from './query-text.ts'
import { alike, syllables } from './sound.ts'
import { isHan } from './words.ts'

/** A piece of the original text; joined, the pieces are the text. */
export type Segment = { text: string; match: boolean }
type Range = { from: number; to: number }

/** Marks in the original what was looked for, in whichever way it is meant there; else what sounds like it. */
export function highlight(text: string, question: string): Segment[] {
  return segments(text, matches(text, queryText(question).units))
}

/** The part of a long text around the first match, with marks; an ellipsis where something was left out. */
export function excerpt(text: string, question: string, length = 80): Segment[] {
  const found = matches(text, queryText(question).units)
  const from = wholeSign(text, Math.max(0, Math.min((found[0]?.from ?? 0) - Math.floor(length / 4), text.length - length)))
  const to = wholeSign(text, Math.min(text.length, from + length))
  const within = found
    .filter((range) => range.to > from && range.from < to)
    .map((range) => ({ from: Math.max(range.from, from) - from, to: Math.min(range.to, to) - from }))
  const before = from > 0 ? [{ text: '…', match: false }] : []
  const after = to < text.length ? [{ text: '…', match: false }] : []
  return [...before, ...segments(text.slice(from, to), within), ...after]
}

/** Never between the two halves of a rare sign. */
function wholeSign(text: string, place: number): number {
  const unit = text.charCodeAt(place)
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place
}

function matches(text: string, units: readonly Unit[]): Range[] {
  const folded = foldWithPlaces(text)
  const ranges = units.flatMap((unit) => {
    const written = wordsToMark(unit).flatMap((word) => occurrences(folded, word))
    return written.length > 0 ? written : soundalikes(folded, unit.written)
  })
  return merged(ranges)
}

/** Whole expressions and their words; single signs only where a single sign was asked for. */
function wordsToMark({ written, ways }: Unit): string[] {
  const words = ways.flatMap((way) => [way.join(''), ...way.filter((word) => Array.from(word).length > 1)])
  return [...new Set([written, ...words])]
}

function occurrences(folded: Folded, word: string): Range[] {
  const found: Range[] = []
  if (word === '') return found
  for (let at = folded.text.indexOf(word); at !== -1; at = folded.text.indexOf(word, at + word.length)) {
    found.push(original(folded, at, word.length))
  }
  return found
}

function original({ from, to }: Folded, at: number, length: number): Range {
  return { from: from[at] ?? 0, to: to[at + length - 1] ?? 0 }
}

/** Where the text sounds like a word of two signs or more. */
function soundalikes(folded: Folded, word: string): Range[] {
  if (!isHan(word) || Array.from(word).length < 2) return []
  const wanted = syllables(word).map(alike)
  return Array.from(folded.text.matchAll(/\p{Script=Han}+/gu)).flatMap((run) => {
    const signs = Array.from(run[0])
    const sounds = syllables(run[0]).map(alike)
    const starts = sounds.flatMap((_, place) => (wanted.every((sound, offset) => sounds[place + offset] === sound) ? [place] : []))
    return starts.map((place) => {
      const before = signs.slice(0, place).join('').length
      return original(folded, run.index + before, signs.slice(place, place + wanted.length).join('').length)
    })
  })
}

function merged(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of ranges.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = result.at(-1)
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else result.push({ ...range })
  }
  return result
}

function segments(text: string, ranges: readonly Range[]): Segment[] {
  const pieces: Segment[] = []
  let place = 0
  for (const { from, to } of ranges) {
    pieces.push({ text: text.slice(place, from), match: false }, { text: text.slice(from, to), match: true })
    place = to
  }
  pieces.push({ text: text.slice(place), match: false })
  return pieces.filter((piece) => piece.text !== '')
}
