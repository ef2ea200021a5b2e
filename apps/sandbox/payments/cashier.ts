import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { html, moneyText, momentText, sendPage, type Html } from '../page.ts'
import type { World } from '../world.ts'
import { Channel, type KeptOrder, type Order } from './contract.ts'
import type { PaymentDesk } from './desk.ts'

const CashierKey = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{32}$' }) })
const Choice = Type.Object({ channel: Channel }, { additionalProperties: false })

/** Where the payer pays: no account, no script, the address itself is the secret. */
export const cashierRoutes: FastifyPluginAsyncTypebox<{ world: World; desk: PaymentDesk }> = async (api, { desk }) => {
  api.get('/cashier/:token', { schema: { params: CashierKey } }, ({ params }, reply) => {
    const order = desk.getByToken(params.token)
    if (order.state === 'open') return sendPage(reply, { title: '收银台', body: cashierBody(order), narrow: true })
    const { returnUrl } = order.asked
    const leaves = order.state === 'paid' && returnUrl !== undefined ? { refresh: { seconds: 3, to: returnUrl } } : {}
    return sendPage(reply, { title: endings[order.state], body: endBody(order), narrow: true, ...leaves })
  })
  api.post('/cashier/:token/payment', { schema: { params: CashierKey, body: Choice } }, ({ params, body }, reply) => {
    const order = desk.getByToken(params.token)
    // a second press of the button finds it paid, and pays nothing
    if (order.state === 'open') desk.pay(order, body.channel)
    return reply.redirect(`/cashier/${params.token}`, 303)
  })
  api.post('/cashier/:token/cancellation', { schema: { params: CashierKey } }, ({ params }, reply) => {
    desk.getByToken(params.token)
    return reply.redirect(`/cashier/${params.token}/left`, 303)
  })
  api.get('/cashier/:token/left', { schema: { params: CashierKey } }, ({ params }, reply) => {
    const order = desk.getByToken(params.token)
    const body = html`<div class="card stack">
      <p>您没有付款，订单仍然保留到 <span class="figures">${momentText(order.expiresAt)}</span>。</p>
      <div class="row"><a class="button main" href="/cashier/${order.token}">继续支付</a>${backLink(order)}</div>
    </div>`
    return sendPage(reply, { title: '已取消支付', body, narrow: true })
  })
  api.get('/payments', (_request, reply) => sendPage(reply, { title: '支付平台', body: listBody(desk.orders().slice(-100).toReversed()) }))
}

const endings: Record<Order['state'], string> = { open: '收银台', paid: '支付成功', closed: '订单已关闭', expired: '订单已过期' }
const stateNames: Record<Order['state'], [name: string, badge: string]> = {
  open: ['待支付', 'open'],
  paid: ['已支付', 'done'],
  closed: ['已关闭', ''],
  expired: ['已过期', ''],
}
const channelNames: Record<Channel, string> = { wechat: '微信支付', alipay: '支付宝', unionpay: '银联云闪付', bankCard: '银行卡' }

function facts(order: KeptOrder): Html {
  const items = order.asked.feeItems.map(
    (item) =>
      html`<dt>${item.name}</dt>
        <dd class="figures">${moneyText(item.amount)}</dd>`,
  )
  return html`<dl class="facts">
    <dt>事由</dt>
    <dd>${order.subject}</dd>
    <dt>征收部门</dt>
    <dd>${order.collectingBody}</dd>
    ${items}
    <dt>缴款单号</dt>
    <dd class="figures">${order.merchantOrderNo}</dd>
  </dl>`
}

function cashierBody(order: KeptOrder): Html {
  const choices = Object.entries(channelNames).map(
    ([channel, name], place) =>
      html`<label class="choice"
        ><input type="radio" name="channel" value="${channel}" ${place === 0 ? html`checked` : ''} /> <span>${name}</span></label
      >`,
  )
  return html`<p class="quiet">公共支付平台（演示，不会真的扣款）</p>
    <div class="card">
      <div class="quiet">应付金额</div>
      <div class="amount">${moneyText(order.amount)}</div>
      ${facts(order)}
    </div>
    <form method="post" action="/cashier/${order.token}/payment">
      <h2 id="how">支付方式</h2>
      <fieldset aria-labelledby="how">${choices}</fieldset>
      <button class="button main full">支付 ${moneyText(order.amount)}</button>
    </form>
    <form class="below" method="post" action="/cashier/${order.token}/cancellation">
      <p></p>
      <button class="button full">取消</button>
    </form>
    <p class="quiet small below">请在 <span class="figures">${momentText(order.expiresAt)}</span> 前完成支付。</p>`
}

function endBody(order: KeptOrder): Html {
  const paid = order.paidAt !== undefined && order.channel !== undefined
  const how =
    paid &&
    html`<p class="quiet">${channelNames[order.channel ?? 'wechat']} · <span class="figures">${momentText(order.paidAt ?? '')}</span></p>`
  const next =
    order.state === 'paid' && order.asked.returnUrl !== undefined
      ? html`<p>3 秒后自动返回。办理结果以您提交申请的平台显示为准。</p>`
      : html``
  return html`<div class="card stack">
    <div class="amount">${moneyText(order.amount)}</div>
    ${how}${facts(order)}${next}
    <div class="row">${backLink(order)}</div>
  </div>`
}

function backLink(order: KeptOrder): Html | undefined {
  const to = order.asked.returnUrl
  return to === undefined ? undefined : html`<a class="button" href="${to}">返回办事页面</a>`
}

function listBody(orders: readonly KeptOrder[]): Html {
  if (orders.length === 0) return html`<p class="card quiet">还没有订单。平台发起缴款后，订单会出现在这里。</p>`
  const rows = orders.map((order) => {
    const [name, badge] = stateNames[order.state]
    return html`<tr>
      <td data-label="缴款单号" class="figures"><a href="/cashier/${order.token}">${order.merchantOrderNo}</a></td>
      <td data-label="事由">${order.subject}</td>
      <td data-label="金额" class="figures">${moneyText(order.amount)}</td>
      <td data-label="状态">
        <span><span class="badge ${badge}">${name}</span></span>
      </td>
      <td data-label="创建时间" class="figures">${momentText(order.createdAt)}</td>
    </tr>`
  })
  return html`<p class="quiet">最近 100 笔订单，点开单号进入收银台。</p>
    <div class="scroll">
      <table class="folds">
        <thead>
          <tr>
            <th>缴款单号</th>
            <th>事由</th>
            <th>金额</th>
            <th>状态</th>
            <th>创建时间</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`
}
