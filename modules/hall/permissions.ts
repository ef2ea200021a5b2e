import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  'hall.lookSlots': { name: '查看可预约的大厅和时段', heldBy: ['anyone', 'user', 'staff', 'client'] },
  'hall.book': { name: '网上预约', heldBy: ['user'], level: 1 },
  'hall.own': { name: '我的预约', heldBy: ['user'] },
  'hall.lookAppointments': { name: '查看大厅预约' },
  'hall.manageAppointments': { name: '代为预约，确认、取消预约，登记办结' },
  'hall.manageSlots': { name: '设置预约事项、时段和停办日' },
  'hall.liftSuspensions': { name: '查看和解除网上预约暂停' },
} satisfies Permissions
