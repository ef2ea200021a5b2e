/** SVG text put together from escaped parts only: no label becomes markup. */
export type Attributes = Record<string, string | number | undefined>

export function tag(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(typeof value === 'number' ? String(round(value)) : (value ?? ''))}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Characters that XML does not allow are dropped, or a picture would not open. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '').replace(forbidden, '')
}

const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Han characters are as wide as the type is high, Latin ones about half as wide. */
function widthOf(character: string): number {
  return /[\u2E80-\uFFEF]|[\u{20000}-\u{3FFFF}]/u.test(character) ? 1 : 0.56
}

/** Breaks a label into lines of a width given in pixels; what does not fit ends in an ellipsis. */
export function wrap(label: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const character of label.replace(/\s+/g, ' ').trim()) {
    const wide = widthOf(character) * size
    if (used + wide > width && line !== '') {
      lines.push(line)
      line = ''
      used = 0
    }
    line += character
    used += wide
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${[...(lines[most - 1] ?? '')].slice(0, -1).join('')}…`]
}
