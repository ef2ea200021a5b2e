import { FlowProblem } from './problems.ts'

const limits = { characters: 1_000_000, depth: 60, elements: 20_000 }

/**
 * Looks over a file before the XML reader sees it. A document type declaration is refused outright, so that no entity
 * can be declared: neither one that reads a local file nor one that grows without bound.
 */
export function guardXml(xml: string): void {
  if (xml.length > limits.characters) throw new FlowProblem('xmlTooLarge', { limit: limits.characters })
  let depth = 0
  let elements = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = skipNonElement(xml, at)
    if (skipped !== undefined) {
      at = skipped
      continue
    }
    const end = endOfTag(xml, at)
    if (xml[at + 1] === '/') depth--
    else {
      if (++elements > limits.elements) throw new FlowProblem('xmlTooMany', { limit: limits.elements })
      if (xml[end - 1] !== '/') depth++
      if (depth > limits.depth) throw new FlowProblem('xmlTooDeep', { limit: limits.depth })
    }
    at = end + 1
  }
}

/** Comments, CDATA and processing instructions; any other `<!` is a declaration. */
function skipNonElement(xml: string, at: number): number | undefined {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4)
  if (xml.startsWith('<![CDATA[', at)) return after(xml, ']]>', at + 9)
  if (xml.startsWith('<?', at)) return after(xml, '?>', at + 2)
  if (xml.startsWith('<!', at)) throw new FlowProblem('xmlForbidden')
  return undefined
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from)
  if (found === -1) throw new FlowProblem('xmlUnreadable', { reason: `缺少 ${end}` })
  return found + end.length
}

/** A `>` inside a quoted attribute does not end the tag. */
function endOfTag(xml: string, at: number): number {
  let quote = ''
  for (let end = at + 1; end < xml.length; end++) {
    const character = xml[end] ?? ''
    if (quote) quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return end
  }
  throw new FlowProblem('xmlUnreadable', { reason: '标签没有结束' })
}
