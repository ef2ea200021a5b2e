// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ProblemError } from '@yiwang/api-client'
import { Form, Input } from 'antd'
import { expect, test, vi } from 'vitest'
import { show } from '../testing.tsx'
import { ActForm } from './ActForm.tsx'

interface Values {
  reason: string
}

function AForm({
  error,
  disabledReason,
  onSubmit = () => undefined,
}: {
  error?: unknown
  disabledReason?: string
  onSubmit?: (values: Values) => void
}) {
  return (
    <ActForm<Values> submitLabel="挂起" error={error} disabledReason={disabledReason} onSubmit={onSubmit}>
      <Form.Item name="reason" label="理由">
        <Input />
      </Form.Item>
    </ActForm>
  )
}

const refusal = new ProblemError({
  type: 'request.invalid',
  title: '提交的内容有误',
  status: 400,
  errors: [{ pointer: '/reason', message: '理由太短' }],
})

test('a refusal stands on top and beside its field, and what was typed is kept', async () => {
  const { rerender } = show(<AForm />)
  await userEvent.type(screen.getByRole('textbox', { name: '理由' }), '待检测')
  rerender(<AFormAgain />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toMatch(/提交的内容有误.*还有 1 处需要改正/)
  await waitFor(() => expect(screen.getAllByText('理由太短')).toHaveLength(2))
})

function AFormAgain() {
  return <AForm error={refusal} />
}

test('the summary leads to the field it is about', async () => {
  show(<AForm error={refusal} />)
  await userEvent.click(await screen.findByRole('button', { name: '理由太短' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '理由' })))
})

test('an act that cannot be done now says why, and cannot be pressed', async () => {
  const submit = vi.fn()
  show(<AForm disabledReason="办件现在处于“待受理”" onSubmit={submit} />)
  const button = screen.getByRole<HTMLButtonElement>('button', { name: '挂起' })
  expect(button.disabled).toBe(true)
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toMatch('待受理')
  await userEvent.click(button)
  expect(submit).not.toHaveBeenCalled()
})

test('what is typed is what is submitted, once', async () => {
  const submit = vi.fn()
  show(<AForm onSubmit={submit} />)
  await userEvent.type(screen.getByRole('textbox', { name: '理由' }), '待检测')
  await userEvent.click(screen.getByRole('button', { name: '挂起' }))
  await waitFor(() => expect(submit).toHaveBeenCalledOnce())
  expect(submit).toHaveBeenCalledWith({ reason: '待检测' })
})
