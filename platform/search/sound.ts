import { pinyin } from 'pinyin-pro'

/** One syllable without tone for each sign of a run of Han. */
export function syllables(run: string): string[] {
  const signs = Array.from(run)
  const read = readingsOf(run)
  // a sign nobody reads must not shift the others
  return read.length === signs.length ? read : signs.map((sign) => readingsOf(sign)[0] ?? sign)
}

function readingsOf(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array', v: true })
}

/** What many ears do not tell apart is written alike: zh/z, ch/c, sh/s, l/n at the start, ng/n at the end. */
export function alike(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n')
}

export function soundOfWord(word: string): string {
  // what nobody can read is not heard either
  return syllables(word)
    .map(alike)
    .join('')
    .replace(/[^a-z]/g, '')
}

/** The same for letters, which may be pinyin that somebody typed. */
export function alikeLetters(letters: string): string {
  return letters
    .replace(/([zcs])h/g, '$1')
    .replace(/l/g, 'n')
    .replace(/ng/g, 'n')
}
