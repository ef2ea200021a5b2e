import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { ModeSetting, type ModeService } from './modes.ts'
import { Problem } from './problems.ts'
import type { World } from './world.ts'

const doors: [prefix: RegExp, service: ModeService][] = [
  [/^\/registers\/(population|organisations)\//, 'registers'],
  [/^\/checks\//, 'checks'],
  [/^\/(sms|email|messages\/)/, 'messages'],
  [/^\/(payments\/|cashier\/)/, 'payments'],
  [/^\/waybills/, 'courier'],
  [/^\/(ca|tsa)(\/|$)/, 'ca'],
]

/** Orders faults (POST /modes) and plays those that strike a whole service: failing, slow, half-open. */
export async function modeRoutes(app: FastifyInstance, world: World): Promise<void> {
  const held = openHeld(world)
  app.addHook('onRequest', async (request, reply) => {
    const service = doors.find(([prefix]) => prefix.test(request.url))?.[1]
    if (service === undefined) return
    if (world.modes.strike(service, 'failing') !== undefined) throw new Problem('sandbox.modeFailing')
    const slow = world.modes.strike(service, 'slow')
    if (slow !== undefined) await held.until(world.modes.secondsOf(slow))
    if (world.modes.strike(service, 'halfOpen') !== undefined) await neverAnswer(reply)
  })
  const api = app.withTypeProvider<TypeBoxTypeProvider>()
  api.post('/modes', { schema: { body: ModeSetting, response: { 200: Type.Array(ModeSetting) } } }, ({ body }) => {
    world.modes.set(body)
    return world.modes.list()
  })
  api.get('/modes', { schema: { response: { 200: Type.Array(ModeSetting) } } }, () => world.modes.list())
  api.delete('/modes', { schema: { response: { 200: Type.Array(ModeSetting) } } }, () => {
    world.modes.clear()
    return world.modes.list()
  })
}

/** The connection stands, and nothing ever comes: the caller must give up by itself. */
function neverAnswer(reply: FastifyReply): Promise<void> {
  reply.hijack()
  return new Promise((resolve) => reply.raw.once('close', resolve))
}

/** Answers held back until the sandbox's clock says so. */
function openHeld(world: World): { until(seconds: number): Promise<void> } {
  const waiting = new Map<() => void, number>()
  world.agenda.add(async () => {
    for (const [release, at] of waiting) {
      if (at > world.clock.now().getTime()) continue
      waiting.delete(release)
      release()
    }
  })
  return {
    until: (seconds) => new Promise((release) => void waiting.set(release, world.clock.now().getTime() + seconds * 1000)),
  }
}
