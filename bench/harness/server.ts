/** The API of the product in a process of its own; says its port, ends when its parent lets go. */
import { openServer } from '@yiwang/kernel'
import { openBenchHouse } from './house.ts'

const [url = '', connections = '16'] = process.argv.slice(2)
const house = await openBenchHouse(url, { connections: Number(connections), log: 'info' })
const app = await openServer(house)
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.send?.(typeof address === 'object' ? (address?.port ?? 0) : 0)
process.once('disconnect', () => {
  void app
    .close()
    .then(() => house.close())
    .finally(() => process.exit())
})
