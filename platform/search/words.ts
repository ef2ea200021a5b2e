import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { ownWords } from './terms.ts'

const LONGEST = 64
const SEARCHABLE = /[a-z0-9]+|\p{Script=Han}+/gu

let loaded: Jieba | undefined

/** Loaded at the first word, once a process: a quarter of a second and 60 MB. */
function jieba(): Jieba {
  return (loaded ??= load())
}

function load(): Jieba {
  const made = Jieba.withDict(dict)
  made.loadDict(Buffer.from(ownWords.map((word) => `${word} 3000 n\n`).join('')))
  return made
}

/** Every word of a folded text, and the words within long words: 居民身份证 → 居民, 身份, 身份证, 居民身份证. */
export function wordsToIndex(folded: string): string[] {
  return clean(jieba().cutForSearch(folded, false))
}

/** The words of a folded question. Who asks for a 许可证 also means the 许可, a word within it and so in every index. */
export function wordsToAsk(folded: string): string[] {
  return clean(jieba().cut(folded, false)).map((word) => (word === '许可证' ? '许可' : word))
}

/** Letters and digits or Han only, so that no part of a word is a sign of the query language. */
function clean(words: readonly string[]): string[] {
  return words.flatMap((word) => word.match(SEARCHABLE) ?? []).map((word) => word.slice(0, LONGEST))
}

/** Signs that stand alone beside each other belong together: a mistyped word falls apart into them. */
export function joinLoose(words: readonly string[], apart: ReadonlySet<string> = new Set()): string[] {
  const joined: string[] = []
  let open = false
  for (const word of words) {
    const loose = isHan(word) && Array.from(word).length === 1 && !apart.has(word)
    if (loose && open) joined.push(`${joined.pop() ?? ''}${word}`)
    else joined.push(word)
    open = loose
  }
  return joined
}

/** Runs of Han and of letters and digits, in order. */
export function runs(folded: string): string[] {
  return folded.match(SEARCHABLE) ?? []
}

export const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)
