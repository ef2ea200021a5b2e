/** Every page of the console: its path, its file, and the component in it. The router and the test that visits every page read this. */
export interface PageEntry {
  path: string
  file: () => Promise<Record<string, unknown>>
  component: string
}

const page = (path: string, file: PageEntry['file'], component: string): PageEntry => ({ path, file, component })

export const pages: readonly PageEntry[] = [
  page('tasks', () => import('./cases/TaskList.tsx'), 'TaskList'),
  page('cases/:caseNumber', () => import('./cases/desk/CaseDesk.tsx'), 'CaseDesk'),
  page('counter', () => import('./counter/Counter.tsx'), 'Counter'),
  page('catalogue', () => import('./catalogue/ItemList.tsx'), 'ItemList'),
  page('catalogue/items/:implementationCode', () => import('./catalogue/ItemPage.tsx'), 'ItemPage'),
  page('catalogue/directory', () => import('./catalogue/Directory.tsx'), 'Directory'),
  page('catalogue/flows', () => import('./flows/FlowList.tsx'), 'FlowList'),
  page('catalogue/flows/new', () => import('./flows/FlowPage.tsx'), 'NewFlow'),
  page('catalogue/flows/:key/:version', () => import('./flows/FlowPage.tsx'), 'FlowPage'),
  page('catalogue/forms', () => import('./catalogue/Forms.tsx'), 'Forms'),
  page('licences/seals', () => import('./seals/Seals.tsx'), 'Seals'),
  page('licences', () => import('./licences/Licences.tsx'), 'Licences'),
  page('licences/types', () => import('./licences/Types.tsx'), 'Types'),
  page('licences/types/new', () => import('./licences/TypePage.tsx'), 'NewType'),
  page('licences/types/:code', () => import('./licences/TypePage.tsx'), 'TypePage'),
  page('payments', () => import('./payments/Payments.tsx'), 'Payments'),
  page('payments/discrepancies', () => import('./payments/Discrepancies.tsx'), 'Discrepancies'),
  page('accounts', () => import('./accounts/StaffList.tsx'), 'StaffList'),
  page('accounts/roles', () => import('./accounts/Roles.tsx'), 'Roles'),
  page('accounts/roles/:code', () => import('./accounts/RolePage.tsx'), 'RolePage'),
  page('accounts/users', () => import('./accounts/UserAccounts.tsx'), 'UserAccounts'),
  page('accounts/:id', () => import('./accounts/StaffPage.tsx'), 'StaffPage'),
  page('halls', () => import('./halls/Halls.tsx'), 'Halls'),
  page('halls/appointments', () => import('./halls/Appointments.tsx'), 'Appointments'),
  page('ratings', () => import('./ratings/Ratings.tsx'), 'Ratings'),
  page('records', () => import('./records/Deliveries.tsx'), 'Deliveries'),
  page('records/questions', () => import('./records/Questions.tsx'), 'Questions'),
  page('records/audit', () => import('./records/Audit.tsx'), 'Audit'),
  page('account', () => import('./session/Account.tsx'), 'Account'),
]
