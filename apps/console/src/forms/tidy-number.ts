/** A number as it is typed or read off a card, without the blanks between its digits. */
export const compact = (text: string | undefined): string => (text ?? '').replaceAll(/\s/g, '')

/** A certificate number: its letters are capital. */
export const tidyNumber = (number: string): string => compact(number).toUpperCase()
