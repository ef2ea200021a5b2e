import type { Module } from '@yiwang/kernel'
import { deliver } from './deliver.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import './events.ts'
import './generated/tables.ts'
import { spread } from './inform.ts'
import { informationRoutes } from './information-routes.ts'
import { myMessageRoutes } from './my-message-routes.ts'
import { messagePermissions } from './permissions.ts'
import { deliveryProblem, messageProblem } from './problems.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const messages: Module = {
  name: 'messages',
  routes: async (api) => {
    await api.register(myMessageRoutes)
    await api.register(deliveryRoutes)
    await api.register(informationRoutes)
  },
  migrations: new URL('./migrations/', import.meta.url),
  permissions: messagePermissions,
  problems: { ...messageProblem.catalogue, ...deliveryProblem.catalogue },
  words: { 'zh-CN': chinese, en: english },
  jobs: {
    'messages.deliver': { run: (work, { deliveryId }) => deliver(work, deliveryId) },
    'messages.inform': { run: (work, { informationId }) => spread(work, informationId) },
  },
}
