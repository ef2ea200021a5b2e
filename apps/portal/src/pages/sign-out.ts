import type { APIRoute } from 'astro'
import { passCookies } from '../../api.ts'

export const POST: APIRoute = async ({ locals }) => {
  const response = new Response(null, { status: 303, headers: { location: '/' } })
  passCookies(await locals.api.delete('/sessions/current'), response.headers)
  return response
}
