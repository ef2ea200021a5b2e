/** Builders for others' tests and the demo. They go through the acts. */
import { newId, type Act } from '@yiwang/kernel'
import { inventedPersonId, inventedUscc } from '@yiwang/standards/testing'
import { agreementInForce } from './contract.ts'
import { insertAccount, raiseLevel, type NewAccount } from './accounts/account-store.ts'

/** Of a password thrown away. */
const noPassword = '$argon2id$v=19$m=19456,t=2,p=1$zyrSdp+aY4cnwNSQ/wpe5Q$R+5t8S+q+iG5Upv4dAGGyUZBiwBKRX0TV6YIgn3UUa0'

/** An account registered just now: everybody hears of it. The password hash fits no password: who must sign in registers. */
export async function anAccount(act: Act, over: Partial<NewAccount> = {}): Promise<NewAccount> {
  const account = await anOldAccount(act, over)
  await act.publish('account.registered', { accountId: account.id, kind: account.kind })
  return account
}

/** An account registered long ago: nobody hears of it any more. */
export async function anOldAccount(act: Act, over: Partial<NewAccount> = {}): Promise<NewAccount> {
  const kind = over.kind ?? 'person'
  const account: NewAccount = {
    id: newId(),
    kind,
    name: kind === 'person' ? '张测试' : '杭州样例科技有限公司',
    number: kind === 'person' ? inventedPersonId({ division: '330102', birth: '1990-03-07', order: 1 }) : inventedUscc({ nth: 1 }),
    phone: kind === 'person' ? '13800000001' : '13800000002',
    passwordHash: noPassword,
    level: 2,
    agreement: agreementInForce[kind],
    ...over,
  }
  await insertAccount(act, account)
  return account
}

/** The account is known better from now on, as after the three-factor check. */
export async function raiseAccount(act: Act, accountId: string, level: number): Promise<void> {
  await raiseLevel(act.tx, accountId, level)
  await act.publish('account.levelRaised', { accountId, level })
}
