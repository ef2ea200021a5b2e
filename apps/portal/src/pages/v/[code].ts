import type { APIRoute } from 'astro'

/** What the QR code on a licence points to. */
export const GET: APIRoute = ({ params, redirect }) => redirect(`/verify?number=${encodeURIComponent(params['code'] ?? '')}`, 302)
