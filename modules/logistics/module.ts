import type { Module } from '@yiwang/kernel'
import type {} from './events.ts'
import { orderAtCourier, orderWaiting } from './order-delivery.ts'
import { problem } from './problems.ts'
import { logisticsRoutes } from './routes.ts'

export const logistics: Module = {
  name: 'logistics',
  routes: logisticsRoutes,
  migrations: new URL('./migrations/', import.meta.url),
  permissions: { 'logistics.own': { name: '我的递送', heldBy: ['user'] }, 'logistics.callback': { name: '物流回调', heldBy: ['anyone'] } },
  problems: problem.catalogue,
  words: {
    'zh-CN': {
      'waybill.notFound': '没有找到这张递送单。',
      'waybill.callbackForged': '通知的签名不对，已拒绝。',
      'waybill.refused': '快递公司没有接受本次请求，请稍后再试。',
    },
    en: {
      'waybill.notFound': 'This waybill was not found.',
      'waybill.callbackForged': 'The notification is not signed rightly and was refused.',
      'waybill.refused': 'The courier did not take this request. Please try again later.',
    },
  },
  jobs: {
    'logistics.order': { run: (work, { number }) => orderAtCourier(work, number) },
    'logistics.orderWaiting': { cron: '*/5 * * * *', run: (work) => orderWaiting(work) },
  },
}
