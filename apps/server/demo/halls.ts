import type { Act } from '@yiwang/kernel'
import { registerCounter, registerHall } from '@yiwang/organisation'
import { agencyCode } from './bodies.ts'
import { placesOfZhejiang } from './places.ts'

const counters = [
  { number: 'A01', name: '综合窗口', kind: 'oneStop' },
  { number: 'A02', name: '综合窗口', kind: 'oneStop' },
  { number: 'A03', name: '企业开办窗口', kind: 'oneStop' },
  { number: 'B01', name: '实名注册窗口', kind: 'registration' },
  { number: 'C01', name: '发件窗口', kind: 'pickUp' },
] as const

/** A service hall in the province, in every city and county. Addresses and hours are invented. */
export async function seedHalls(act: Act): Promise<void> {
  for (const place of placesOfZhejiang()) {
    const hall = await registerHall(act, {
      name: `${place.name}政务服务中心`,
      kind: 'hall',
      division: place.code,
      bodyCode: agencyCode('administration', place.code),
      address: `${place.name}便民路1号（演示地址）`,
      phone: '12345',
      openingHours: '工作日 9:00–12:00，13:30–17:00',
    })
    for (const counter of counters) await registerCounter(act, hall.id, counter)
  }
}
