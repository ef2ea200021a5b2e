import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  'identity.signIn': { name: '注册和登录', heldBy: ['anyone', 'user', 'staff'] },
  'identity.self': { name: '我的账号', heldBy: ['user', 'staff'] },
  'identity.profile': { name: '我的资料', heldBy: ['user'] },
  'identity.registerInPerson': { name: '窗口实名注册' },
  'identity.lookAccounts': { name: '查找用户账号' },
  'identity.disableAccounts': { name: '禁用账号、申请解禁' },
  'identity.enableAccounts': { name: '解禁审核（负责人）' },
  'identity.manageLogins': { name: '管理工作人员账号', administrator: 'system' },
} satisfies Permissions
