/** The match, marked (关键字飘红). Works on the text itself: what is shown is always escaped by the template, never HTML from outside. */
export type Segment = { text: string; marked: boolean }

export const plain = (text: string): Segment[] => [{ text, marked: false }]

/** Ranges as the search gives them: start and end in UTF-16 units, in order or not, overlapping or not. */
export function segments(text: string, ranges: readonly (readonly [number, number])[]): Segment[] {
  const found: Segment[] = []
  let at = 0
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) found.push({ text: text.slice(at, from), marked: false })
    found.push({ text: text.slice(from, to), marked: true })
    at = to
  }
  if (at < text.length) found.push({ text: text.slice(at), marked: false })
  return found
}

/** For texts that come without ranges: the words of the question, wherever they stand. */
export function markWords(text: string, question: string): Segment[] {
  const words = [...new Set(question.toLowerCase().split(/\s+/).filter(Boolean))]
  const lower = text.toLowerCase()
  const ranges: [number, number][] = []
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) ranges.push([at, at + word.length])
  }
  return segments(text, ranges)
}
