import type { Act } from '@yiwang/kernel'
import { defineRole } from '@yiwang/organisation'
import type { RoleInput } from '@yiwang/organisation/contract'

/** The roles an installation begins with; each may be changed, and others added. No role may do all. */
export const defaultRoles: Readonly<Record<string, RoleInput>> = {
  counterClerk: {
    name: '窗口人员',
    permissions: [
      'cases.look',
      'cases.checkIdentity',
      'cases.lookUpLicences',
      'cases.register',
      'cases.preReview',
      'cases.accept',
      'cases.refuse',
      'cases.handleAtOnce',
      'cases.complete',
      'cases.deliver',
      'payments.look',
      'payments.collect',
      'licences.look',
      'identity.registerInPerson',
      'catalogue.lookManual',
      'hall.lookAppointments',
      'hall.manageAppointments',
    ],
  },
  examiner: {
    name: '审查人员',
    permissions: [
      'cases.look',
      'cases.lookUpLicences',
      'cases.examine',
      'cases.startSpecial',
      'cases.suspend',
      'cases.requestExtension',
      'cases.requestAbort',
      'licences.look',
      'catalogue.lookManual',
    ],
  },
  inspector: { name: '核查人员', permissions: ['cases.look', 'cases.examine', 'catalogue.lookManual'] },
  decider: {
    name: '决定人员（负责人）',
    permissions: [
      'cases.look',
      'cases.lookUpLicences',
      'cases.examine',
      'cases.decide',
      'cases.rescind',
      'cases.grantExtension',
      'cases.abort',
      'licences.look',
      'payments.look',
      'payments.refund',
      'catalogue.lookManual',
      'interaction.lookRatings',
      'interaction.answerRatings',
    ],
  },
  cashier: { name: '收费财务人员', permissions: ['payments.look', 'payments.collect', 'payments.mend'] },
  licenceClerk: {
    name: '制证人员',
    permissions: ['cases.look', 'cases.produce', 'cases.complete', 'licences.look', 'licences.issue', 'licences.manage'],
  },
  itemEditor: {
    name: '事项编制人员（实施机构）',
    permissions: [
      'catalogue.lookWork',
      'catalogue.draft',
      'catalogue.publishForm',
      'catalogue.deployFlow',
      'catalogue.lookManual',
      'catalogue.writeManual',
    ],
  },
  directoryKeeper: {
    name: '目录管理人员（编制、法制部门）',
    permissions: [
      'catalogue.lookWork',
      'catalogue.keepDirectory',
      'catalogue.approveDirectory',
      'catalogue.keep',
      'catalogue.approve',
      'catalogue.lookManual',
    ],
  },
  serviceAdministrator: {
    name: '政务服务管理人员',
    permissions: [
      'catalogue.lookWork',
      'catalogue.administer',
      'catalogue.publish',
      'catalogue.suspend',
      'catalogue.approveFlow',
      'catalogue.lookManual',
      'cases.look',
      'identity.lookAccounts',
      'identity.disableAccounts',
      'messages.lookDeliveries',
      'messages.resend',
      'messages.inform',
      'licences.look',
      'licences.manageTypes',
      'payments.look',
      'payments.mend',
      'organisation.manageBodies',
      'organisation.manageHalls',
      'organisation.lookStaff',
      'hall.lookAppointments',
      'hall.manageAppointments',
      'hall.manageSlots',
      'hall.liftSuspensions',
      'interaction.lookRatings',
      'interaction.assignRatings',
      'interaction.answerRatings',
    ],
  },
  administrationHead: { name: '政务服务管理机构负责人', permissions: ['identity.lookAccounts', 'identity.enableAccounts'] },
  sealApplicant: { name: '印章申请人员', permissions: ['seals.look', 'seals.apply'] },
  sealKeeper: { name: '印章管理人员', permissions: ['seals.look', 'seals.approve', 'seals.make', 'seals.manage'] },
  systemAdministrator: {
    name: '系统管理员',
    administers: 'system',
    permissions: [
      'organisation.manageDivisions',
      'organisation.manageBodies',
      'organisation.manageHalls',
      'organisation.manageStaff',
      'organisation.lookStaff',
      'organisation.lookRoles',
      'organisation.publishCalendar',
      'identity.manageLogins',
      'messages.lookPlatform',
    ],
  },
  securityAdministrator: {
    name: '安全管理员',
    administers: 'security',
    permissions: ['organisation.defineRole', 'organisation.grantRole', 'organisation.lookRoles', 'organisation.lookStaff'],
  },
  auditAdministrator: {
    name: '审计管理员',
    administers: 'audit',
    permissions: ['kernel.lookAudit', 'organisation.lookStaff', 'organisation.lookRoles', 'registers.look', 'messages.lookDeliveries'],
  },
}

/** A house without some module has its roles without that module's permissions. */
export async function defineDefaultRoles(act: Act): Promise<void> {
  for (const [code, role] of Object.entries(defaultRoles)) {
    await defineRole(act, code, { ...role, permissions: role.permissions.filter((permission) => permission in act.permissions) })
  }
}
