import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  'payments.own': { name: '我的缴费', heldBy: ['user'] },
  'payments.callback': { name: '支付平台回调', heldBy: ['anyone'] },
  'payments.look': { name: '查看缴款单' },
  'payments.collect': { name: '窗口扫码收费' },
  'payments.refund': { name: '退款' },
  'payments.mend': { name: '处理资金差错' },
} satisfies Permissions
