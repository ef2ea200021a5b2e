import type { Permissions } from '@yiwang/kernel'

/** Who may do what between acceptance and archive; no one of these includes another. */
export const handlingPermissions = {
  'cases.examine': { name: '环节办理（审查）' },
  'cases.startSpecial': { name: '启动和结束特别程序' },
  'cases.suspend': { name: '挂起和恢复' },
  'cases.requestExtension': { name: '申请延期' },
  'cases.grantExtension': { name: '批准延期' },
  'cases.requestAbort': { name: '申请中止' },
  'cases.abort': { name: '批准中止' },
  'cases.decide': { name: '决定' },
  'cases.produce': { name: '制证' },
  'cases.complete': { name: '办结' },
  'cases.deliver': { name: '送达' },
  'cases.rescind': { name: '撤销决定' },
} satisfies Permissions
