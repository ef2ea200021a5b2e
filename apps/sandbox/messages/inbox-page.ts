import { html, momentText, type Html } from '../page.ts'
import type { InboxMessage } from './contract.ts'

/** Reads like a phone: newest on top, codes large. Refreshes by itself, without script. */
export function inboxBody(query: { to?: string; kind?: string }, messages: readonly InboxMessage[]): Html {
  const form = html`<form method="get" action="/inbox" class="card">
    <label class="field" for="to">${query.kind === 'email' ? '收件邮箱' : '收件号码'}</label>
    <div class="row">
      <input type="search" id="to" name="to" value="${query.to}" maxlength="254" autocomplete="off" />
      <input type="hidden" name="kind" value="${query.kind}" /><button class="button main">查看</button>
    </div>
  </form>`
  const empty = html`<p class="card quiet">还没有消息。平台发出短信或邮件后，会在几秒内出现在这里。</p>`
  const list = messages.map(
    (one) =>
      html`<article class="card message">
        <header>
          <span class="figures">${one.kind === 'sms' ? '短信' : '邮件'} · ${one.to}</span
          ><time class="figures" datetime="${one.acceptedAt}">${momentText(one.acceptedAt)}</time>
        </header>
        ${one.subject !== undefined && html`<h2>${one.subject}</h2>`}
        <p>${one.sender !== undefined && html`【${one.sender}】`}${withCodeLarge(one.text)}</p>
      </article>`,
  )
  return html`<p class="quiet small">每 5 秒自动刷新，最多显示 100 条。</p>
    <div class="stack">${form}${messages.length === 0 ? empty : list}</div>`
}

/** A verification code is what one looks for: it is set large. */
function withCodeLarge(text: string): Html {
  const found = /(?<!\d)\d{4,8}(?!\d)/.exec(text)
  if (found === null || !text.includes('验证码')) return html`${text}`
  const end = found.index + found[0].length
  return html`${text.slice(0, found.index)}<span class="code figures">${found[0]}</span>${text.slice(end)}`
}
