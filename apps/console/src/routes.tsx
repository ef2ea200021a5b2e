import type { ComponentType } from 'react'
import { createBrowserRouter } from 'react-router'
import { pages, type PageEntry } from './pages.ts'
import { Door } from './shell/Door.tsx'
import { NotFound, PageFailed } from './shell/Failures.tsx'
import { Home } from './shell/Home.tsx'

/** A page whose file is fetched when it is first opened. */
const routeOf = ({ path, file, component }: PageEntry) => ({
  path,
  ErrorBoundary: PageFailed,
  lazy: async () => ({ Component: (await file())[component] as ComponentType }),
})

export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Door,
      ErrorBoundary: PageFailed,
      HydrateFallback: () => null,
      children: [{ index: true, Component: Home, ErrorBoundary: PageFailed }, ...pages.map(routeOf), { path: '*', Component: NotFound }],
    },
  ],
  { basename: '/console' },
)
