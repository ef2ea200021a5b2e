// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { serve, show } from '../testing.tsx'
import { InTheMaking } from './InTheMaking.tsx'

const tells = (working: unknown) => serve(({ path }) => (path === '/readyz' ? { body: { status: 'ready', working } } : undefined))

test('while the demo makes its cases the bar says how far it is', async () => {
  tells([{ name: 'demo.history', done: 312, total: 2000 }])
  show(<InTheMaking />)
  const bar = await screen.findByRole('progressbar', { name: '演示办件正在后台生成' })
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['312', '2000'])
  expect(screen.getByText('312 / 2000 件')).toBeTruthy()
})

test('when all are there, and where there is no demo, nothing is shown', async () => {
  const asked = tells([])
  show(<InTheMaking />)
  await expect.poll(() => asked.length).toBe(1)
  expect(screen.queryByRole('progressbar')).toBeNull()
})
