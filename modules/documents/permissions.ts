import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  'documents.upload': { name: '上传文件', heldBy: ['user', 'staff'] },
  'documents.own': { name: '我的文件和文书', heldBy: ['user', 'staff'] },
  'documents.check': { name: '核对文书', heldBy: ['anyone', 'user', 'staff', 'client'] },
} satisfies Permissions
