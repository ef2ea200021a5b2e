import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  'seals.look': { name: '查看电子印章' },
  'seals.apply': { name: '申请电子印章' },
  'seals.approve': { name: '审批电子印章' },
  'seals.make': { name: '制作和发放电子印章' },
  'seals.manage': { name: '停用、挂失和销毁电子印章' },
  'seals.check': { name: '核验签章文件', heldBy: ['anyone', 'user', 'staff', 'client'] },
} satisfies Permissions
