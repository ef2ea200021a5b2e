import type { FastifyPluginAsync } from 'fastify'
import { html, sendPage } from './page.ts'
import { registers } from './registers/registers.ts'
import type { Organisation } from './registers/contract.ts'
import { demoPassword, numbersWithAccount } from './registers/demo-accounts.ts'
import type { Resident } from './registers/persons.ts'

const doors = [
  ['/demo/persons', '演示人员', '登录和实名核验时可以使用的虚构人员、企业和卡号'],
  ['/inbox?kind=sms', '短信收件箱', '平台发出的短信和验证码'],
  ['/inbox?kind=email', '邮件收件箱', '平台发出的电子邮件'],
  ['/payments', '支付平台', '公共支付平台的订单、收银台和回调'],
  ['/courier', '快递', '运单，以及逐步推进运单的页面'],
  ['/ca', '证书机构', '演示用的证书、吊销列表和时间戳'],
  ['/registers/log', '查询日志', '人口库、法人库自己的查询流水（JSON）'],
  ['/modes', '故障模式', '当前打开的故障模式（JSON）'],
] as const

/** What those who try the demo need to know about the outside world. */
export const homeRoutes: FastifyPluginAsync = async (api) => {
  api.get('/', (_request, reply) => {
    const cards = doors
      .filter(([to]) => api.hasRoute({ method: 'GET', url: to.split('?')[0] ?? to }))
      .map(
        ([to, name, about]) =>
          html`<li class="card">
            <a href="${to}"><strong>${name}</strong><span class="quiet">${about}</span></a>
          </li>`,
      )
    const body = html`<p class="quiet">这里扮演平台之外的各家单位：公安、市场监管、短信网关、银行、快递和证书机构。</p>
      <ul class="cards">
        ${cards}
      </ul>`
    return sendPage(reply, { title: '外部系统沙箱', body })
  })
  api.get('/demo/persons', (_request, reply) => sendPage(reply, { title: '演示人员', body: demoPage() }))
  api.get('/demo/persons.json', () => ({ persons: demoPersons(), organisations: demoOrganisations() }))
}

/** The known households and a few more. */
function demoPersons(): (Resident & { remark: string; account: boolean })[] {
  const known = numbersWithAccount()
  return registers()
    .persons.slice(0, 16)
    .map((one) => ({ ...one, remark: remarkOn(one), account: known.has(one.idNumber) }))
}

function demoOrganisations(): (Organisation & { account: boolean })[] {
  const known = numbersWithAccount()
  return registers()
    .organisations.slice(0, 6)
    .map((one) => ({ ...one, account: known.has(one.basic.uscc) }))
}

const accountWord = (account: boolean) => (account ? html`<strong>已有账号</strong>` : '可以注册')

function remarkOn(person: Resident): string {
  const led = registers().organisations.find((one) => one.basic.legalRepresentativeIdNumber === person.idNumber)
  if (person.state === 'dead') return '已故，实名核验应当不通过'
  if (person.bornOn > '2008-03') return '未成年人'
  if (led !== undefined) return `${led.basic.name}的法定代表人`
  return person.household.relation === 'head' ? '成年人，户主' : '成年人'
}

function demoPage(): ReturnType<typeof html> {
  const people = demoPersons().map(
    (one) =>
      html`<tr>
        <td data-label="姓名"><strong>${one.name}</strong></td>
        <td data-label="身份证号码" class="figures">${one.idNumber}</td>
        <td data-label="手机" class="figures">${one.phone}</td>
        <td data-label="社保卡号" class="figures">${one.socialCardNumber}</td>
        <td data-label="银行卡号" class="figures">${one.bankCardNumber}</td>
        <td data-label="说明">${one.remark}</td>
        <td data-label="账号" class="short">
          ${one.state === 'alive' && one.remark !== '未成年人' ? accountWord(one.account) : '不能注册'}
        </td>
      </tr>`,
  )
  const bodies = demoOrganisations().map(
    ({ basic, account }) =>
      html`<tr>
        <td data-label="名称"><strong>${basic.name}</strong></td>
        <td data-label="信用代码" class="figures">${basic.uscc}</td>
        <td data-label="法定代表人">${basic.legalRepresentativeName}</td>
        <td data-label="证件号码" class="figures">${basic.legalRepresentativeIdNumber}</td>
        <td data-label="账号" class="short">${basic.state === 'active' ? accountWord(account) : '不能注册'}</td>
      </tr>`,
  )
  return html`<p class="quiet">以下人员和企业全部虚构，每次启动都相同。号码符合校验规则，但不属于任何人。</p>
    <p>
      标“已有账号”的在演示门户里已经注册，用手机号（企业用信用代码）和口令
      <strong class="figures">${demoPassword}</strong> 登录；要试注册，请选“可以注册”的。
    </p>
    <h2>个人</h2>
    <div class="scroll">
      <table class="folds">
        <thead>
          <tr>
            <th>姓名</th>
            <th>身份证号码</th>
            <th>手机</th>
            <th>社保卡号</th>
            <th>银行卡号</th>
            <th>说明</th>
            <th>账号</th>
          </tr>
        </thead>
        <tbody>
          ${people}
        </tbody>
      </table>
    </div>
    <h2>企业</h2>
    <div class="scroll">
      <table class="folds">
        <thead>
          <tr>
            <th>名称</th>
            <th>统一社会信用代码</th>
            <th>法定代表人</th>
            <th>法定代表人身份证号码</th>
            <th>账号</th>
          </tr>
        </thead>
        <tbody>
          ${bodies}
        </tbody>
      </table>
    </div>`
}
