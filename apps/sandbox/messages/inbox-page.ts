import { html, momentText, type Html } from '../page.ts'
import type { InboxMessage } from './contract.ts'

type Query = { to?: string; kind?: string }

/** Reads like a phone: newest on top, codes large. It does not move under the reader: who waits for a message presses 刷新. */
export function inboxBody(query: Query, messages: readonly InboxMessage[]): Html {
  const only =
    query.to !== undefined &&
    query.to !== '' &&
    html`<p>只看 <strong class="figures">${query.to}</strong> · <a href="${inboxAt({ kind: query.kind ?? '' })}">查看全部</a></p>`
  const empty = html`<p class="card quiet">还没有消息。平台发出短信或邮件几秒以后，点“刷新”就能看到。</p>`
  return html`<div class="row"><a class="button" href="${inboxAt(queryOf(query))}">刷新</a></div>
    <p class="quiet small">最新的在最上面，最多显示 100 条。点号码只看这一个收件人。</p>
    ${only}
    <div class="stack">${messages.length === 0 ? empty : messages.map(shown)}</div>`
}

function shown(one: InboxMessage): Html {
  const to = html`<a class="figures" href="${inboxAt({ kind: one.kind, to: one.to })}">${one.to}</a>`
  return html`<article class="card message">
    <header>
      <span>${one.kind === 'sms' ? '短信' : '邮件'} · ${to}</span>
      <time class="figures" datetime="${one.acceptedAt}">${momentText(one.acceptedAt)}</time>
    </header>
    ${one.subject !== undefined && html`<h2>${one.subject}</h2>`}
    <p>${one.sender !== undefined && html`【${one.sender}】`}${withCodeLarge(one.text)}</p>
  </article>`
}

const queryOf = ({ to = '', kind = '' }: Query) => ({ ...(kind ? { kind } : {}), ...(to ? { to } : {}) })

const inboxAt = (query: Record<string, string>): string => `/inbox?${new URLSearchParams(query).toString()}`

/** A verification code is what one looks for: it is set large. */
function withCodeLarge(text: string): Html {
  const found = /(?<!\d)\d{4,8}(?!\d)/.exec(text)
  if (found === null || !text.includes('验证码')) return html`${text}`
  const end = found.index + found[0].length
  return html`${text.slice(0, found.index)}<span class="code figures">${found[0]}</span>${text.slice(end)}`
}
