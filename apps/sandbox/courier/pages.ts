import { html, momentText, type Html } from '../page.ts'
import type { KeptWaybill, WaybillState } from './contract.ts'
import { nextStates, stateNames } from './movement.ts'

function badge(state: WaybillState): Html {
  const look = state === 'signed' ? 'done' : state === 'lost' || state === 'returned' ? 'bad' : state === 'cancelled' ? '' : 'open'
  return html`<span class="badge ${look}">${stateNames[state]}</span>`
}

const kindNames = { pickUp: '上门取件（申请材料）', delivery: '送达（办理结果）' }

export function listBody(waybills: readonly KeptWaybill[]): Html {
  if (waybills.length === 0) return html`<p class="card quiet">还没有运单。平台下单后，运单会出现在这里。</p>`
  const rows = waybills.map(
    (one) =>
      html`<tr>
        <td data-label="运单号" class="figures"><a href="/courier/${one.waybillNo}">${one.waybillNo}</a></td>
        <td data-label="种类">${kindNames[one.kind]}</td>
        <td data-label="收件人">${one.asked.recipient.name}</td>
        <td data-label="状态"><span>${badge(one.state)}</span></td>
        <td data-label="下单时间" class="figures">${momentText(one.createdAt)}</td>
      </tr>`,
  )
  return html`<p class="quiet">最近 100 张运单，点开可以手动推进。</p>
    <div class="scroll">
      <table class="folds">
        <thead>
          <tr>
            <th>运单号</th>
            <th>种类</th>
            <th>收件人</th>
            <th>状态</th>
            <th>下单时间</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`
}

export function waybillBody(waybill: KeptWaybill): Html {
  const { sender, recipient, goods } = waybill.asked
  const buttons = nextStates(waybill.state).map(
    (state, place) => html`<button class="button ${place === 0 ? 'main' : ''}" name="state" value="${state}">${stateNames[state]}</button>`,
  )
  const push =
    buttons.length > 0 &&
    html`<form method="post" action="/courier/${waybill.waybillNo}/events">
      <h2>推进到</h2>
      <div class="row">${buttons}</div>
    </form>`
  const track = waybill.events.toReversed().map(
    (event) =>
      html`<li>
        <strong>${stateNames[event.state]}</strong> <time class="quiet small figures" datetime="${event.at}">${momentText(event.at)}</time>
        <div>${event.remark}</div>
        <div class="quiet small">${event.place}</div>
      </li>`,
  )
  return html`<p>${badge(waybill.state)} <span class="quiet">${kindNames[waybill.kind]}</span></p>
    <div class="card">
      <dl class="facts">
        <dt>寄件人</dt>
        <dd>${sender.name}，${sender.address}</dd>
        <dt>收件人</dt>
        <dd>${recipient.name}，${recipient.address}</dd>
        <dt>物品</dt>
        <dd>${goods}</dd>
        <dt>快递员</dt>
        <dd>${waybill.courier.name} <span class="figures">${waybill.courier.phone}</span></dd>
        <dt>递送单号</dt>
        <dd class="figures">${waybill.merchantWaybillNo}</dd>
      </dl>
    </div>
    ${push}
    <h2>轨迹</h2>
    <ol class="track">
      ${track}
    </ol>`
}
