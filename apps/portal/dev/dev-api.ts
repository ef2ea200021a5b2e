/** A small stand-in for the API over real guides, for `astro dev` and for screenshots. One world in memory for all visitors. */
import type { Answer, ApiCall, CallOptions, Method } from '../api.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { personalRoutes } from './personal-routes.ts'
import { placeRoutes } from './place-routes.ts'

export type DevRequest = { path: string; params: string[]; query: Record<string, string>; body: Record<string, unknown>; cookie: string }
export type DevRoute = [Method, RegExp, (request: DevRequest) => Partial<Answer> | undefined]

const routes: DevRoute[] = [...placeRoutes, ...catalogueRoutes, ...personalRoutes]

export const devApi =
  (cookie: string): ApiCall =>
  (method, path, options = {}) =>
    Promise.resolve(answer(method, path, options, cookie))

function answer(method: Method, path: string, options: CallOptions, cookie: string): Answer {
  const query = Object.fromEntries(
    Object.entries(options.query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  for (const [verb, pattern, respond] of routes) {
    const found = verb === method ? pattern.exec(path) : null
    if (!found) continue
    const body = (options.body ?? {}) as Record<string, unknown>
    const given = respond({ path, params: found.slice(1).map(decodeURIComponent), query, body, cookie })
    if (given) return { status: 200, body: null, headers: {}, ...given }
  }
  return { status: 404, body: { type: 'notFound' }, headers: {} }
}
