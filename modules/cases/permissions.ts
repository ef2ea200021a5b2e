import type { Permissions } from '@yiwang/kernel'

/** Who may do what before the decision; the handling side has a table of its own. */
export const permissions = {
  'cases.apply': { name: '网上申请', heldBy: ['user'], level: 1 },
  'cases.own': { name: '我的办件', heldBy: ['user'] },
  'cases.progress': { name: '按编号查询办件进度', heldBy: ['anyone', 'user', 'staff', 'client'] },
  'cases.answerCalls': { name: '热线代查办件进度' },
  'cases.look': { name: '查看办件' },
  'cases.checkIdentity': { name: '核对申请人身份信息' },
  'cases.lookUpLicences': { name: '在办件中调取申请人的电子证照' },
  'cases.register': { name: '窗口接件' },
  'cases.preReview': { name: '网上预审' },
  'cases.accept': { name: '受理' },
  'cases.refuse': { name: '不予受理' },
  'cases.handleAtOnce': { name: '即办件办理' },
} satisfies Permissions
