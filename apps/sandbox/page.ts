import type { FastifyReply } from 'fastify'

/** Text that is already safe to write into a page. */
export type Html = { readonly safe: string }
type Piece = string | number | Html | Piece[] | undefined | false

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (Array.isArray(piece)) return piece.map(written).join('')
  if (typeof piece === 'object') return piece.safe
  return String(piece).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}

/** Everything put into a page is escaped unless it was made by this very function. */
export function html(fixed: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { safe: fixed.map((part, place) => part + written(pieces[place])).join('') }
}

export type Page = {
  title: string
  body: Html
  /** Where and when the browser goes by itself. */ refresh?: { seconds: number; to?: string }
  narrow?: boolean
}

export function sendPage(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  const refresh =
    page.refresh &&
    html`<meta http-equiv="refresh" content="${page.refresh.seconds}${page.refresh.to === undefined ? '' : `;url=${page.refresh.to}`}" />`
  const document = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh}
        <title>${page.title} · 沙箱</title>
        <link rel="stylesheet" href="/assets/tokens.css" />
        <link rel="stylesheet" href="/assets/sandbox.css" />
      </head>
      <body>
        <header class="top">
          <div class="top-in"><a class="home" href="/">沙箱</a><span>用于试用和测试的外部系统，数据均为虚构</span></div>
        </header>
        <main class="${page.narrow === true ? 'narrow' : 'wide'}">
          <h1>${page.title}</h1>
          ${page.body}
        </main>
      </body>
    </html>`
  return reply
    .status(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .send(document.safe)
}

const moment = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'medium' })
export const momentText = (at: string): string => moment.format(new Date(at))

/** Fen as people write money. */
export const moneyText = (fen: number): string => `¥ ${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })}`
