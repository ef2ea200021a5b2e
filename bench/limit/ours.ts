/** In process: the acts of the product, called. */
import { compete } from '../harness/contestant.ts'
import { openBenchHouse } from '../harness/house.ts'
import type { Office } from '../harness/office.ts'
import { oneCase } from './acts.ts'

await compete(async ([url = '', office = '', connections = '8']) => {
  const house = await openBenchHouse(url, { connections: Number(connections) })
  const planted = JSON.parse(office) as Office
  return { one: async () => void (await oneCase(house, planted)), close: () => house.close() }
})
