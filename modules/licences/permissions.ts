import type { Permissions } from '@yiwang/kernel'

export const permissions = {
  /** Three factors: with a name, a number and some telephone alone nobody opens all the licences of a person. */
  'licences.own': { name: '我的电子证照', heldBy: ['user'], level: 2 },
  'licences.check': { name: '核验电子证照', heldBy: ['anyone', 'user', 'staff', 'client'] },
  'licences.types': { name: '查阅证照目录', heldBy: ['anyone', 'user', 'staff', 'client'] },
  'licences.manageTypes': { name: '管理证照目录和样式' },
  'licences.look': { name: '查看电子证照' },
  'licences.issue': { name: '录入和颁发电子证照' },
  'licences.manage': { name: '变更、年检、暂扣、撤销、吊销、注销电子证照' },
} satisfies Permissions
