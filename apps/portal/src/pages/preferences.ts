import type { APIRoute } from 'astro'
import { isPlace, localPath, oneYear } from '../../preferences.ts'

/** Elder mode, language and place, chosen on any page; back to where it was chosen. */
export const POST: APIRoute = async ({ request, cookies, redirect }) => {
  const form = await request.formData()
  const keep = (name: string, value: string) => cookies.set(name, value, { path: '/', maxAge: oneYear, sameSite: 'lax', httpOnly: true })
  const elder = form.get('elder')
  const language = form.get('lang')
  const place = form.get('place')
  if (elder === '1' || elder === '0') keep('elder', elder)
  if (language === 'zh' || language === 'en') keep('lang', language)
  if (typeof place === 'string' && isPlace(place)) keep('place', place)
  return redirect(localPath(form.get('back')), 303)
}
