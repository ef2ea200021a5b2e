import type { Module } from '@yiwang/kernel'
import type {} from './events.ts'
import { inquire } from './order-payment.ts'
import { ordersToInquire } from './order-store.ts'
import { permissions } from './permissions.ts'
import { problem } from './problems.ts'
import { closeOrder } from './cancel-notices.ts'
import { carryRefund, carryWaiting } from './carry-refund.ts'
import { paymentRoutes } from './routes.ts'
import chinese from './words.zh-CN.json' with { type: 'json' }
import english from './words.en.json' with { type: 'json' }

export const payments: Module = {
  name: 'payments',
  routes: paymentRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  problems: problem.catalogue,
  words: { 'zh-CN': chinese, en: english },
  jobs: {
    'payments.inquire': {
      cron: '* * * * *',
      run: async (work) => inquire(work, await work.read(({ tx, now }) => ordersToInquire(tx, now, 200))),
    },
    'payments.inquireOrder': { run: (work, { orderNumber }) => inquire(work, [orderNumber]) },
    'payments.refund': { run: (work, { refundNumber }) => carryRefund(work, refundNumber) },
    'payments.refundWaiting': { cron: '*/10 * * * *', run: carryWaiting },
    'payments.closeOrder': { run: (work, { orderNumber }) => closeOrder(work, orderNumber) },
  },
}
