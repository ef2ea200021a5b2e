import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  'identity.signIn': { name: '注册和登录', heldBy: ['anyone', 'user', 'staff'] },
  'identity.self': { name: '我的账号', heldBy: ['user', 'staff'] },
  'identity.profile': { name: '我的资料', heldBy: ['user'] },
  'identity.registerInPerson': { name: '窗口实名注册' },
  'identity.manageLogins': { name: '管理工作人员账号', administrator: 'system' },
} satisfies Permissions
