import type { IconName } from '@yiwang/ui/icons'
import type { WordKey } from '../words/index.ts'

export interface Tool {
  key: string
  path: string
  name: WordKey
  title: WordKey
  icon: IconName
  /** Any of these permissions brings the tool onto the rail. */
  anyOf: readonly string[]
}

/** What people work with here, in the order of the day. */
export const tools: readonly Tool[] = [
  { key: 'work', path: '/', name: 'tool.work', title: 'page.work', icon: 'documents', anyOf: ['cases.look'] },
  { key: 'counter', path: '/counter', name: 'tool.counter', title: 'page.counter', icon: 'counter', anyOf: ['cases.register'] },
  {
    key: 'catalogue',
    path: '/catalogue',
    name: 'tool.catalogue',
    title: 'page.catalogue',
    icon: 'folder',
    anyOf: [
      'catalogue.lookWork',
      'catalogue.draft',
      'catalogue.keep',
      'catalogue.administer',
      'catalogue.deployFlow',
      'catalogue.publishForm',
    ],
  },
  {
    key: 'licences',
    path: '/licences',
    name: 'tool.licences',
    title: 'page.licences',
    icon: 'licence',
    anyOf: ['licences.look', 'licences.manage', 'licences.manageTypes', 'seals.look'],
  },
  {
    key: 'payments',
    path: '/payments',
    name: 'tool.payments',
    title: 'page.payments',
    icon: 'card',
    anyOf: ['payments.look', 'payments.mend'],
  },
  {
    key: 'accounts',
    path: '/accounts',
    name: 'tool.accounts',
    title: 'page.accounts',
    icon: 'person',
    anyOf: [
      'organisation.lookStaff',
      'organisation.lookRoles',
      'organisation.manageStaff',
      'organisation.defineRole',
      'organisation.manageHalls',
      'hall.lookAppointments',
      'identity.lookAccounts',
      'identity.registerInPerson',
    ],
  },
  { key: 'ratings', path: '/ratings', name: 'tool.ratings', title: 'page.ratings', icon: 'star', anyOf: ['interaction.lookRatings'] },
  {
    key: 'records',
    path: '/records',
    name: 'tool.records',
    title: 'page.records',
    icon: 'message',
    anyOf: ['messages.lookDeliveries', 'registers.look', 'kernel.lookAudit'],
  },
]

/** The tools somebody with these permissions has. */
export function toolsFor(permissions: readonly string[]): Tool[] {
  return tools.filter(({ anyOf }) => anyOf.some((permission) => permissions.includes(permission)))
}

/** Which tool a path belongs to: a case belongs to the work list, halls to who works where. */
export function toolAt(path: string): Tool | undefined {
  if (path === '/' || path === '/tasks' || path.startsWith('/cases/')) return tools[0]
  if (path === '/halls' || path === '/halls/appointments') return tools.find(({ key }) => key === 'accounts')
  return tools.find((tool) => tool.path !== '/' && (path === tool.path || path.startsWith(`${tool.path}/`)))
}

/** Pages about one thing have its name as their heading; lists are headed by their tool. */
export function namesItself(path: string): boolean {
  return /^\/(cases\/.|catalogue\/(items|flows)\/.|licences\/types\/.|accounts\/(roles\/.|(?!roles|users).))/.test(path)
}
