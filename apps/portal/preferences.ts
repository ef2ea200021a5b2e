import type { Language } from './i18n.ts'

/** What a visitor chose about the pages themselves, kept in plain cookies: no account is needed to read in large type. */
export type Preferences = { language: Language; elder: boolean; place: string }

export const defaultPlace = '330106'
export const oneYear = 365 * 24 * 3600

export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const place = cookie('place') ?? ''
  return {
    language: cookie('lang') === 'en' ? 'en' : 'zh',
    elder: cookie('elder') === '1',
    place: isPlace(place) ? place : defaultPlace,
  }
}

/** A division code: province, city or county, six digits. */
export const isPlace = (code: string): boolean => /^[1-9]\d{5}$/.test(code)

/** Where to go back to after a form: a path of this site and nothing else, so that no link can send people elsewhere. */
export function localPath(given: FormDataEntryValue | string | null | undefined, otherwise = '/'): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])/.test(given) || /[^\x20-\x7e]|\\/.test(given)) return otherwise
  return given
}

/** A form may only be sent from a page of this site (browsers always say where it came from). */
export function isOwnForm(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  if (!origin) return false
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === host
}
