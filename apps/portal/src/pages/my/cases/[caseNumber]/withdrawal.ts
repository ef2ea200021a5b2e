import type { APIRoute } from 'astro'
import { textOf } from '../../../../../models/form-errors.ts'

/** 申请人撤回, before the decision. */
export const POST: APIRoute = async ({ locals, params, request, redirect }) => {
  const number = encodeURIComponent(params['caseNumber'] ?? '')
  const reason = textOf(await request.formData(), 'reason').slice(0, 500)
  await locals.api.post(`/my/cases/${number}/withdrawal`, { body: reason ? { reason } : {} })
  return redirect(`/my/cases/${number}`, 303)
}
