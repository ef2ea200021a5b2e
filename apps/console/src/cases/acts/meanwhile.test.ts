import { ProblemError } from '@yiwang/api-client'
import { expect, test } from 'vitest'
import { isOvertaken } from '../../acts/use-act.ts'
import { sayMeanwhile } from './Meanwhile.tsx'

const step = { name: '受理', act: 'accept', startedAt: '2026-03-02T01:00:00Z', endedAt: '2026-03-02T01:05:00Z', actorName: '王受理' }

test('the later of two clerks is told who did what and when; nobody is told anything while the case is as it was', () => {
  expect(sayMeanwhile({ version: 2, steps: [step] }, 2)).toBeUndefined()
  const said = sayMeanwhile({ version: 3, steps: [step] }, 2)
  expect(said).toContain('王受理')
  expect(said).toContain('受理')
  expect(said).toContain('09:05')
})

test('a refusal because somebody was there first has the case asked anew, a wrong field has not', () => {
  const refused = (status: number, type: string) => new ProblemError({ type, title: '', status, errors: [] })
  expect(isOvertaken(refused(409, 'case.notLawful'))).toBe(true)
  expect(isOvertaken(refused(404, 'case.taskNotFound'))).toBe(true)
  expect(isOvertaken(refused(422, 'case.outcomeNeeded'))).toBe(false)
  expect(isOvertaken(new Error('offline'))).toBe(false)
})
