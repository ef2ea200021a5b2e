import { fold } from './fold.ts'
import { alike, syllables } from './sound.ts'
import { synonyms } from './synonyms.ts'
import { terms } from './terms.ts'
import { isHan } from './words.ts'

/** A known expression within a question: how many signs it takes, what it says, and what else may be meant. */
export type Phrase = { length: number; written: string; meant: readonly string[] }

type Known = {
  words: ReadonlySet<string>
  bySound: ReadonlyMap<string, string[]>
  byLetters: ReadonlyMap<string, string[]>
  longest: number
}

let known: Known | undefined

function vocabulary(): Known {
  return (known ??= collect())
}

function collect(): Known {
  const words = new Set([...terms, ...synonyms.keys(), ...[...synonyms.values()].flat()].map(fold))
  const bySound = new Map<string, string[]>()
  const byLetters = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, word: string): void => void map.set(key, [...(map.get(key) ?? []), word])
  for (const word of words) {
    if (!isHan(word)) continue
    const sounds = syllables(word)
    add(bySound, keyOf(sounds), word)
    add(byLetters, sounds.join(''), word)
    if (sounds.length > 2) add(byLetters, sounds.map((sound) => sound.charAt(0)).join(''), word)
  }
  const longest = Math.max(...[...words].map((word) => Array.from(word).length))
  return { words, bySound, byLetters, longest }
}

/** Two syllables are too few to forgive more than the wrong sign; from three on unclear speech is forgiven too. */
function keyOf(sounds: readonly string[]): string {
  return sounds.length < 3 ? sounds.join(' ') : sounds.map(alike).join(' ')
}

/** The longest known expression at this place: first as written, then as it sounds. */
export function phraseAt(signs: readonly string[], sounds: readonly string[], place: number): Phrase | undefined {
  const { words, longest } = vocabulary()
  const reach = Math.min(longest, signs.length - place)
  for (let length = reach; length > 1; length--) {
    const written = signs.slice(place, place + length).join('')
    if (words.has(written)) return { length, written, meant: synonymsOf(written) }
  }
  for (let length = reach; length > 1; length--) {
    const meant = vocabulary().bySound.get(keyOf(sounds.slice(place, place + length)))
    if (meant !== undefined) return { length, written: signs.slice(place, place + length).join(''), meant: withSynonyms(meant) }
  }
  return undefined
}

/** Pinyin typed instead of Chinese, whole (shenfenzheng) or by initials (sfz). */
export function meantByLetters(letters: string): readonly string[] {
  return withSynonyms(vocabulary().byLetters.get(letters) ?? [])
}

function synonymsOf(word: string): readonly string[] {
  return (synonyms.get(word) ?? []).map(fold)
}

function withSynonyms(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => [word, ...synonymsOf(word)]))]
}
