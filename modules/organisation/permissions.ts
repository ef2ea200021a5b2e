import type { Permissions } from '@yiwang/kernel'

export const organisationPermissions: Permissions = {
  'organisation.look': { name: '查看区划、机构和大厅', heldBy: ['anyone', 'user', 'staff', 'client'] },
  'organisation.manageDivisions': { name: '维护行政区划', administrator: 'system' },
  'organisation.manageBodies': { name: '维护机构、部门和岗位' },
  'organisation.manageHalls': { name: '维护大厅和窗口' },
  'organisation.lookStaff': { name: '查看工作人员' },
  'organisation.manageStaff': { name: '维护工作人员', administrator: 'system' },
  'organisation.lookRoles': { name: '查看角色' },
  'organisation.defineRole': { name: '设定角色权限', administrator: 'security' },
  'organisation.grantRole': { name: '授予和收回角色', administrator: 'security' },
  'organisation.publishCalendar': { name: '发布节假日安排' },
}
