/** A page as it comes without script: what it says and where it leads. */
export interface PageRead {
  status: number
  text: string
  links: string[]
  /** On lists: the items found, the filters offered, what takes a chosen one back, the next page. */
  items: string[]
  filters: string[]
  chosen: string[]
  next?: string
}

const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => plain(found))

export async function pageAt(portal: string, path: string, cookie = ''): Promise<PageRead> {
  const answer = await fetch(new URL(path, portal), { headers: cookie === '' ? {} : { cookie } })
  const html = await answer.text()
  const [next] = all(html, /<a[^>]*\bhref="([^"]+)"[^>]*\brel="next"/g)
  return {
    status: answer.status,
    text: plain(html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' '),
    links: all(html, /<a\b[^>]*\bhref="([^"]*)"/g),
    items: all(html, /<h2[^>]*><a[^>]* href="\/items\/([^"]+)"/g),
    filters: all(html, /<a[^>]*\bhref="([^"]+)"[^>]*\brel="nofollow"/g),
    chosen: all(html, /<a class="badge badge-blue plain"[^>]* href="([^"]+)"/g),
    ...(next === undefined ? {} : { next }),
  }
}
