import { hasGlyph } from './fonts.ts'

/** 〓 (U+3013), the printer's mark for a character the fount lacks. */
export const missingCharacterMark = '〓'

// Controls, zero-width and direction marks print nothing but can change what a reader sees; they never reach a paper.
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu

/** The text as it can be printed: what has no glyph becomes 〓 and is added to `substituted` as U+XXXX. */
export function printable(text: string, substituted: Set<string>): string {
  const plain = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(invisible, '')
    .normalize('NFC')
  let out = ''
  for (const character of plain) {
    const code = character.codePointAt(0) as number
    if (character === '\n' || hasGlyph(code)) out += character
    else {
      out += missingCharacterMark
      substituted.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`)
    }
  }
  return out
}
