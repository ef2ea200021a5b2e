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
        page('cases/:caseNumber', () => import('./cases/desk/CaseDesk.tsx'), 'CaseDesk'),
        page('counter', () => import('./counter/Counter.tsx'), 'Counter'),
        page('account', () => import('./session/Account.tsx'), 'Account'),
        { path: '*', Component: NotFound },
      ],
    },
  ],
  { basename: '/console' },
)
