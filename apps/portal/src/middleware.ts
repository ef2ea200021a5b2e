import { defineMiddleware } from 'astro:middleware'
import { type Api, type ApiCall, apiOver } from '../api.ts'
import { languages, translator } from '../i18n.ts'
import { markChinese } from '../language-parts.ts'
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

/** Several files of an application at once; each by itself has the limit of the file library. */
const mostSent = 60 * 1024 * 1024

export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request, cookies } = context
  if (request.method === 'POST' && !isOwnForm(request.headers)) return new Response(null, { status: 403 })

  const preferences = readPreferences((name) => cookies.get(name)?.value)
  const api = apiFor(locals, languages[preferences.language].tag)
  let account: ReturnType<App.Locals['account']> | undefined
  Object.assign(locals, {
    api,
    preferences,
    t: translator(preferences.language),
    account: () => (account ??= loadAccount(api)),
  } satisfies Omit<App.Locals, 'operator'>)

  // said before the page reads it: no form of the portal is that large
  const sent = Number(request.headers.get('content-length') ?? 0)
  const response = sent > mostSent ? await context.rewrite(new Request(new URL('/413', context.url))) : await next()
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    response.headers.set('content-security-policy', policy)
    response.headers.set('content-language', languages[preferences.language].tag)
    response.headers.append('vary', 'cookie')
    if (preferences.language === 'en') return new Response(markChinese(await response.text()), response)
  }
  return response
})

/** The server hands over a function; an error page drawn in the place of another finds what was made of it already. */
function apiFor({ api }: { api?: Api | ApiCall }, language: string): Api {
  if (!api) throw new Error('the server must hand over locals.api')
  return typeof api === 'function' ? apiOver(api, language) : api
}
