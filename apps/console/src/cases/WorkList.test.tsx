// @vitest-environment happy-dom
import type { CaseLine } from '@yiwang/cases/contract'
import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Route, Routes, useLocation } from 'react-router'
import { expect, test } from 'vitest'
import { aMe, serve, show } from '../testing.tsx'
import { WorkList } from './WorkList.tsx'

const aLine = (caseNumber: string, itemName: string, more: Partial<CaseLine> = {}): CaseLine => ({
  caseNumber,
  itemName,
  implementationCode: '0'.repeat(34),
  bodyCode: '11330102MB0000001X',
  bodyName: '上城区市场监督管理局',
  division: '330102',
  state: 'submitted',
  handling: 'committed',
  onlineMode: 'verify',
  channel: 'portal',
  applicantName: '望湖茶室',
  submittedAt: '2026-03-02T01:00:00Z',
  since: '2026-03-02T01:00:00Z',
  urgency: 'inTime',
  ...more,
})

function Opened() {
  const { pathname, state } = useLocation()
  return (
    <p>
      {pathname} {JSON.stringify(state)}
    </p>
  )
}

const pages = (
  <Routes>
    <Route path="/" element={<WorkList />} />
    <Route path="*" element={<Opened />} />
  </Routes>
)

test('the list says by a word what presses, not by colour alone', async () => {
  serve(({ path }) =>
    path === '/cases'
      ? { body: { items: [aLine('1', '食品经营许可', { urgency: 'late' }), aLine('2', '施工许可', { urgency: 'standing' })] } }
      : undefined,
  )
  show(pages, { me: aMe('cases.look') })
  const [, late, standing] = await screen.findAllByRole('row')
  expect(within(late as HTMLElement).getByText('已超期')).toBeTruthy()
  expect(within(standing as HTMLElement).getByText('暂停计时')).toBeTruthy()
})

test('j and k walk, Enter opens, and the pile goes along', async () => {
  serve(({ path }) => (path === '/cases' ? { body: { items: [aLine('1', '食品经营许可'), aLine('2', '施工许可')] } } : undefined))
  show(pages, { me: aMe('cases.look') })
  await screen.findAllByRole('row')
  await userEvent.keyboard('jjk')
  await userEvent.keyboard('j{Enter}')
  expect((await screen.findByText(/cases/)).textContent).toMatch(/^\/cases\/2 .*"queue":\["1","2"\]/)
})

test('a filter is a question to the server and stands in the address; more comes only when asked for', async () => {
  const asked = serve(({ path }) => (path === '/cases' ? { body: { items: [aLine('1', '食品经营许可')], next: 'k' } } : undefined))
  show(pages, { me: aMe('cases.look'), at: '/?list=incoming' })
  await userEvent.click(await screen.findByRole('button', { name: '已超期' }))
  expect(await screen.findByRole('button', { name: '已超期', pressed: true })).toBeTruthy()
  expect(asked.filter(({ path }) => path === '/cases')).toHaveLength(2)
  await userEvent.click(await screen.findByRole('button', { name: '加载更多' }))
  expect(asked.filter(({ path }) => path === '/cases')).toHaveLength(3)
})

test('an empty list says what would be here and how it comes', async () => {
  serve(({ path }) => (path === '/cases' ? { body: { items: [] } } : undefined))
  show(pages, { me: aMe('cases.look'), at: '/?list=delivering' })
  expect(await screen.findByRole('heading', { name: '没有等待送达的结果' })).toBeTruthy()
})
