import type { APIRoute } from 'astro'
import { flowSvg } from '../../../../models/flow.ts'
import { loadGuide } from '../../../../models/guide.ts'

/** 办理流程图 as a picture to keep (R4-067), drawn from the same steps as the page. */
export const GET: APIRoute = async ({ locals, params }) => {
  const guide = await loadGuide(locals.api, params['implementationCode'] ?? '', locals.t, locals.preferences.language)
  if (!guide) return new Response(null, { status: 404 })
  const svg = flowSvg(guide.flow, { title: guide.name, correction: locals.t('flow.correction') }, 'across')
  const name = encodeURIComponent(`${guide.name}-${locals.t('guide.flow')}.svg`)
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'content-disposition': `attachment; filename*=UTF-8''${name}` },
  })
}
