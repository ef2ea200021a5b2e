import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  'interaction.rate': { name: '评价自己的办件', heldBy: ['user'] },
  'interaction.ratings': { name: '查看事项评价汇总', heldBy: ['anyone', 'user', 'staff', 'client'] },
  'interaction.lookRatings': { name: '查看差评' },
  'interaction.assignRatings': { name: '差评分类交办' },
  'interaction.answerRatings': { name: '办理差评' },
} satisfies Permissions
