import { aPdf } from '@yiwang/storage/testing'
import { pause } from './child-server.ts'
import type { Client } from './client.ts'
import type { Office } from './office.ts'

interface Task {
  id: string
  roles: string[]
}

const recipient = { name: '收件样例', phone: '13700002468', address: '样例路2号' }

/** One application from the draft to the signature for the parcel, by a client who sends again what was not answered. @returns its number */
export async function oneLifecycle(
  client: Client,
  { clerk, examiner, decider, item }: Office,
  person: string,
  pays: (cashier: string) => Promise<void>,
) {
  const draft = await client.act(person, 'startDraft', '/drafts', {}, { implementationCode: item })
  const id = String(draft['id'])
  const fileId = await client.upload(person, '承诺书.pdf', aPdf({ after: `%${id}\n` }))
  const whole = {
    answers: {},
    form: { ...(draft['form'] as object), shopName: '样例小店' },
    materials: [{ code: 'statement', source: 'upload', fileId }],
    delivery: { method: 'courier', recipient },
  }
  while ((await client.once(person, 'PUT', `/drafts/${id}`, undefined, whole))?.status !== 200) await pause(100)
  const { caseNumber } = (await client.act(person, 'submitApplication', `/drafts/${id}/submission`, { id })) as { caseNumber: string }
  const about = { caseNumber }
  await client.act(clerk, 'acceptCase', `/cases/${caseNumber}/acceptance`, about, { originalsSeen: [], deferred: [] })
  for (;;) {
    const { tasks } = (await client.get(clerk, `/cases/${caseNumber}`)) as unknown as { tasks: Task[] }
    const [task] = tasks
    if (!task) break
    const [who, outcome] = task.roles.includes('decider') ? [decider, 'approve'] : [examiner, 'agree']
    const path = `/cases/${caseNumber}/tasks/${task.id}/completion`
    await client.act(who, 'completeTask', path, { caseNumber, taskId: task.id }, { opinion: '符合条件', outcome })
  }
  await client.act(decider, 'decideCase', `/cases/${caseNumber}/decision`, about, {
    decision: 'approved',
    reasons: '符合法定条件，准予许可。',
  })
  await payWhatIsDue(client, person, caseNumber, pays)
  await untilIn(client, clerk, caseNumber, 'delivered')
  await readPapers(client, person, caseNumber)
  return caseNumber
}

interface Notice {
  number: string
  state: string
  subject?: { key: string }
}

async function payWhatIsDue(client: Client, person: string, caseNumber: string, pays: (cashier: string) => Promise<void>): Promise<void> {
  for (;;) {
    const { items } = (await client.get(person, '/my/payments?limit=100')) as unknown as { items: Notice[] }
    const due = items.find(({ state, subject }) => state === 'due' && subject?.key === caseNumber)
    if (due) {
      const order = await client.act(person, 'orderPayment', `/my/payments/${due.number}/order`, { number: due.number })
      return pays(String(order['cashierUrl']))
    }
    if (items.some(({ state, subject }) => state === 'paid' && subject?.key === caseNumber)) return
    await pause(200)
  }
}

async function untilIn(client: Client, clerk: string, caseNumber: string, state: string): Promise<void> {
  while ((await client.get(clerk, `/cases/${caseNumber}`))['state'] !== state) await pause(250)
}

/** A paper is made when first read, if not before. */
async function readPapers(client: Client, person: string, caseNumber: string): Promise<void> {
  const { papers } = (await client.get(person, `/my/cases/${caseNumber}`)) as unknown as { papers: { id: string }[] }
  for (const { id } of papers) await client.get(person, `/my/cases/${caseNumber}/papers/${id}/content`)
}
