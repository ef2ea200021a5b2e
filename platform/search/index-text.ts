import { fold } from './fold.ts'
import { alikeLetters, soundOfWord } from './sound.ts'
import { isHan, joinLoose, wordsToIndex } from './words.ts'

/** What a store keeps beside a text: `words` for `to_tsvector('simple', …)`, `pinyin` for trigrams. */
export type IndexedText = { words: string; pinyin: string }

export function indexText(text: string): IndexedText {
  const words = wordsToIndex(fold(text))
  return { words: words.join(' '), pinyin: soundOf(joinLoose(words)) }
}

/** The sound of words, each once: 居民 身份证 → "jumin senfenzen". */
export function soundOf(words: readonly string[]): string {
  const sounds = new Set(words.map((word) => (isHan(word) ? soundOfWord(word) : alikeLetters(word))))
  sounds.delete('')
  return [...sounds].join(' ')
}
