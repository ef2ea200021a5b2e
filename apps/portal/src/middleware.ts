import { defineMiddleware } from 'astro:middleware'
import { type Api, type ApiCall, apiOver } from '../api.ts'
import { languages, translator } from '../i18n.ts'
import { loadAccount } from '../models/account.ts'
import { isOwnForm, readPreferences } from '../preferences.ts'

const policy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request, cookies } = context
  if (request.method === 'POST' && !isOwnForm(request.headers)) return new Response(null, { status: 403 })

  const preferences = readPreferences((name) => cookies.get(name)?.value)
  const api = await apiFor(locals, request, languages[preferences.language].tag)
  let account: ReturnType<App.Locals['account']> | undefined
  Object.assign(locals, {
    api,
    preferences,
    t: translator(preferences.language),
    account: () => (account ??= loadAccount(api)),
  } satisfies App.Locals)

  const response = await next()
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.set('content-security-policy', policy)
    response.headers.set('content-language', languages[preferences.language].tag)
    response.headers.append('vary', 'cookie')
  }
  return response
})

async function apiFor(locals: { api?: Api | ApiCall }, request: Request, language: string): Promise<Api> {
  if (typeof locals.api === 'function') return apiOver(locals.api, language)
  if (locals.api) return locals.api
  if (import.meta.env.DEV) return apiOver((await import('../dev/dev-api.ts')).devApi(request.headers.get('cookie') ?? ''), language)
  throw new Error('the server must hand over locals.api')
}
