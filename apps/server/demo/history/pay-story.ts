import { applicantHand, type Story, type Telling } from './telling.ts'

interface Notice {
  number: string
  state: string
  subject: { key: string }
}

/** What is owed is paid at the cashier of the payment platform, some days after it was asked for. */
export async function* pay(telling: Telling): Story {
  if (!telling.account || !telling.plan.item.fees.charged) return
  const hand = applicantHand(telling)
  for (const { number } of await owed(telling)) {
    yield (telling.at = telling.hours.atHome(telling.at, telling.plan.luck.pick([0, 0, 1, 1, 2])))
    const { cashierUrl } = await hand.post<{ cashierUrl: string }>(`/my/payments/${number}/order`)
    telling.past.clock.advance(telling.plan.luck.between(20, 120) * 1000)
    await telling.past.pay(cashierUrl)
  }
}

async function owed(telling: Telling): Promise<Notice[]> {
  const { items } = await applicantHand(telling).get<{ items: Notice[] }>('/my/payments?limit=100')
  return items.filter(({ state, subject }) => state === 'due' && subject.key === telling.caseNumber)
}
