import { fold } from './fold.ts'
import { soundOf } from './index-text.ts'
import { meantByLetters, phraseAt } from './phrases.ts'
import { syllables } from './sound.ts'
import { stopWords } from './terms.ts'
import { isHan, joinLoose, runs, wordsToAsk } from './words.ts'

/** One thing that is looked for: as written, or one of the ways it may be meant. Each way is words that occur together. */
export type Unit = { written: string; ways: readonly (readonly string[])[] }

/** Parameters for the store, plain values all: nothing of the question is ever part of the SQL. */
export type QueryText = {
  /** For `$1::tsquery`: everything that is looked for. Empty when nothing is, and then matches nothing. */
  all: string
  /** For `$1::tsquery`: anything of it; for the rest of the list and for rank. */
  any: string
  /** For `$1 <% pinyin`: how it sounds. */
  pinyin: string
  units: readonly Unit[]
}

const LONGEST_QUESTION = 200
const MOST_UNITS = 16

/** `typing`: the last word may still be incomplete. */
export function queryText(question: string, { typing = false }: { typing?: boolean } = {}): QueryText {
  const units = unitsOf(fold(question.slice(0, LONGEST_QUESTION)))
  const queries = units.map((unit, place) => unitQuery(unit, typing && place === units.length - 1))
  return { all: queries.join(' & '), any: queries.join(' | '), pinyin: soundOf(units.flatMap(soundingWords)), units }
}

function unitsOf(folded: string): Unit[] {
  const found = runs(folded).flatMap((run) => (isHan(run) ? unitsOfHan(run) : [unitOfLetters(run)]))
  const telling = found.filter((unit) => !stopWords.has(unit.written))
  // a question of nothing but small words is taken at its word
  return (telling.length > 0 ? telling : found).slice(0, MOST_UNITS)
}

function unitsOfHan(run: string): Unit[] {
  const signs = Array.from(run)
  const sounds = syllables(run)
  const units: Unit[] = []
  let loose = ''
  const flush = (): void => {
    units.push(...joinLoose(wordsToAsk(loose), stopWords).map(looseUnit))
    loose = ''
  }
  for (let place = 0; place < signs.length;) {
    const phrase = phraseAt(signs, sounds, place)
    if (phrase === undefined) {
      loose += signs[place]
      place += 1
      continue
    }
    flush()
    units.push({ written: phrase.written, ways: distinctWays([phrase.written, ...phrase.meant].map(wordsToAsk)) })
    place += phrase.length
  }
  flush()
  return units
}

function looseUnit(written: string): Unit {
  return { written, ways: [wordsToAsk(written)] }
}

function unitOfLetters(run: string): Unit {
  return { written: run, ways: distinctWays([[run], ...meantByLetters(run).map(wordsToAsk)]) }
}

/** As the first way splits it: so the same word is heard the same way in a question and in a text. */
function soundingWords({ ways }: Unit): string[] {
  return joinLoose(ways[0] ?? [])
}

function distinctWays(ways: readonly string[][]): string[][] {
  return [...new Map(ways.filter((way) => way.length > 0).map((way) => [way.join(' '), way])).values()]
}

function unitQuery({ ways }: Unit, open: boolean): string {
  const queries = ways.map((way, place) => wayQuery(way, open && place === 0))
  return queries.length === 1 ? (queries[0] as string) : `(${queries.join(' | ')})`
}

/** Words hold letters, digits and Han only (see words.ts): between quotes they are data to the parser. */
function wayQuery(way: readonly string[], open: boolean): string {
  const words = way.map((word, place) => `'${word}'${open && place === way.length - 1 ? ':*' : ''}`)
  return words.length === 1 ? (words[0] as string) : `(${words.join(' & ')})`
}
