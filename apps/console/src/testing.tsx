/** For component tests: a page in a DOM, with a signed-in member of staff and answers to what it asks. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { Me } from '@yiwang/identity/contract'
import { App as Messages, ConfigProvider } from 'antd'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { onTestFinished, vi } from 'vitest'
import { theme } from './theme.ts'

export interface Asked {
  method: string
  path: string
  body: unknown
  key: string | null
}

type Answer = (asked: Asked) => { status?: number; body: unknown } | undefined

/** Answers the page's questions; what nobody answers is not there. */
export function serve(answer: Answer): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const request = input instanceof Request ? input : new Request(new URL(input, location.href))
    const text = await request.text()
    const one = {
      method: request.method,
      path: new URL(request.url).pathname.replace('/api/v1', ''),
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
      key: request.headers.get('idempotency-key'),
    }
    asked.push(one)
    const { status = 200, body } = answer(one) ?? {
      status: 404,
      body: { type: 'request.notFound', title: '没有找到您要的内容。', status: 404 },
    }
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  return asked
}

export function aMe(...permissions: string[]): Me {
  const staff = {
    staffNumber: '0012',
    bodyCode: '11330102MB0000001X',
    bodyName: '上城区政务服务管理办公室',
    division: '330102',
    roles: [],
    posts: [],
    permissions,
    mustChangePassword: false,
    secondFactorSet: false,
  }
  return { id: '0', kind: 'staff', name: '沈佳慧', staff }
}

export function show(page: ReactNode, { me = aMe(), at = '/' }: { me?: Me; at?: string } = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  client.setQueryData(['session', 'me'], me)
  onTestFinished(cleanup)
  return render(
    <ConfigProvider theme={{ ...theme, hashed: false }} button={{ autoInsertSpace: false }}>
      <Messages>
        <QueryClientProvider client={client}>
          <MemoryRouter initialEntries={[at]}>{page}</MemoryRouter>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>,
  )
}
