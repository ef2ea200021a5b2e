import type { CaseMoved } from '@yiwang/cases/contract'
import type { ApiClient } from '../harness/api-client.ts'
import { acceptance, anApplication, decision } from '../harness/application.ts'
import type { Office } from '../harness/office.ts'

export const lifecycle = ['create', 'accept', 'decide', 'search'] as const
export type Call = (typeof lifecycle)[number] | 'workList'

/** Times one call. */
export type Timed = <T>(call: Call, run: () => Promise<T>) => Promise<T>

interface Found {
  items: { caseNumber: string; state: string }[]
}

/**
 * Taken in at the counter, accepted, decided, and found again by the number of the applicant's document, as the counter looks up what somebody
 * has under way. The answer of the search must hold the case, decided.
 */
export async function oneLifecycle(api: ApiClient, { clerk, decider, simpleItem }: Office, timed: Timed): Promise<void> {
  const application = anApplication(simpleItem)
  const { kind, number } = application.applicant
  const { caseNumber } = await timed('create', () => api.post<CaseMoved>(clerk, '/cases', application))
  await timed('accept', () => api.post<CaseMoved>(clerk, `/cases/${caseNumber}/acceptance`, acceptance))
  await timed('decide', () => api.post<CaseMoved>(decider, `/cases/${caseNumber}/decision`, decision))
  const { items: rows } = await timed('search', () => api.post<Found>(clerk, '/cases/by-applicant', { kind, number }))
  if (!rows.some((row) => row.caseNumber === caseNumber && row.state === 'decided')) throw new Error(`${caseNumber} was not found again`)
}

/** The first page of what is to be done in the clerk's own body, the most urgent first. */
export async function lookAtWorkList(api: ApiClient, { clerk }: Office, timed: Timed): Promise<void> {
  const { items: rows } = await timed('workList', () => api.get<Found>(clerk, '/cases?limit=20'))
  if (rows.length === 0) throw new Error('the work list is empty')
}
