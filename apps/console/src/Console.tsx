import { QueryClientProvider } from '@tanstack/react-query'
import { App as Messages, ConfigProvider } from 'antd'
import english from 'antd/es/locale/en_US.js'
import chinese from 'antd/es/locale/zh_CN.js'
import { RouterProvider } from 'react-router/dom'
import { queries } from './queries.ts'
import { router } from './routes.tsx'
import { theme } from './theme.ts'
import { language } from './words/index.ts'

/** Everybody who works for the government works here. */
export function Console() {
  return (
    <ConfigProvider
      theme={theme}
      locale={language() === 'en' ? english : chinese}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: 'optional' }}
    >
      <Messages message={{ maxCount: 2 }} className="console">
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  )
}
