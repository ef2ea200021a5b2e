import type { Permissions } from '@yiwang/kernel'

/** The three hats of appendix 1 are permissions: keeper, administration, implementer; their level is that of the actor's division. */
export const cataloguePermissions: Permissions = {
  'catalogue.look': { name: '查看事项和办事指南', heldBy: ['anyone', 'user', 'staff', 'client'] },
  'catalogue.lookWork': { name: '查看编制中的事项' },
  'catalogue.keepDirectory': { name: '编制目录清单' },
  'catalogue.approveDirectory': { name: '审核目录清单' },
  'catalogue.draft': { name: '编制和维护实施清单（实施机构）' },
  'catalogue.keep': { name: '维护法定要素（编制、法制部门）' },
  'catalogue.administer': { name: '维护服务要素（政务服务管理机构）' },
  'catalogue.approve': { name: '审核实施清单' },
  'catalogue.publish': { name: '发布实施清单' },
  'catalogue.suspend': { name: '暂停、恢复、取消事项' },
  'catalogue.publishForm': { name: '发布申请表单' },
  'catalogue.deployFlow': { name: '报审办理流程' },
  'catalogue.approveFlow': { name: '审核办理流程' },
  'catalogue.lookManual': { name: '查看审查工作细则' },
  'catalogue.writeManual': { name: '编制审查工作细则' },
}
