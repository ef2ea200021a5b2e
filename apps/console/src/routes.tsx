import type { ComponentType } from 'react'
import { createBrowserRouter } from 'react-router'
import { Door } from './shell/Door.tsx'
import { NotFound, PageFailed } from './shell/Failures.tsx'
import { Home } from './shell/Home.tsx'

type PageFile = Promise<Record<string, unknown>>

/** A page whose file is fetched when it is first opened. */
const page = (path: string, file: () => PageFile, name: string) => ({
  path,
  ErrorBoundary: PageFailed,
  lazy: async () => ({ Component: (await file())[name] as ComponentType }),
})

export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Door,
      ErrorBoundary: PageFailed,
      HydrateFallback: () => null,
      children: [
        { index: true, Component: Home, ErrorBoundary: PageFailed },
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
        page('accounts', () => import('./accounts/StaffList.tsx'), 'StaffList'),
        page('accounts/roles', () => import('./accounts/Roles.tsx'), 'Roles'),
        page('accounts/roles/:code', () => import('./accounts/RolePage.tsx'), 'RolePage'),
        page('accounts/:id', () => import('./accounts/StaffPage.tsx'), 'StaffPage'),
        page('records', () => import('./records/Deliveries.tsx'), 'Deliveries'),
        page('records/questions', () => import('./records/Questions.tsx'), 'Questions'),
        page('account', () => import('./session/Account.tsx'), 'Account'),
        { path: '*', Component: NotFound },
      ],
    },
  ],
  { basename: '/console' },
)
