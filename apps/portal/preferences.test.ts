import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultPlace, isOwnForm, localPath, readPreferences } from './preferences.ts'

test('what nobody could have chosen is not taken from a cookie', () => {
  const cookies: Record<string, string> = { lang: 'fr', elder: 'yes', place: '330106; drop' }
  expect(readPreferences((name) => cookies[name])).toEqual({ language: 'zh', elder: false, place: defaultPlace })
  const chosen: Record<string, string> = { lang: 'en', elder: '1', place: '440100' }
  expect(readPreferences((name) => chosen[name])).toEqual({ language: 'en', elder: true, place: '440100' })
})

test('the way back never leads to another site', () => {
  expect(localPath('/my/cases?which=drafts')).toBe('/my/cases?which=drafts')
  for (const evil of ['//evil.cn', '/\\evil.cn', 'https://evil.cn', 'javascript:alert(1)', '/a\nb', '', null, undefined])
    expect(localPath(evil)).toBe('/')
})

test('whatever is given as the way back, a browser stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.webPath(),
        fc.string().map((text) => `/${text}`),
      ),
      (given) => {
        expect(new URL(localPath(given), 'https://portal.gov.cn').origin).toBe('https://portal.gov.cn')
      },
    ),
  )
})

test.each([
  ['from our own page', { 'sec-fetch-site': 'same-origin' }, true],
  ['from a sister site', { 'sec-fetch-site': 'same-site' }, false],
  ['from another site', { 'sec-fetch-site': 'cross-site' }, false],
  ['typed into the address bar', { 'sec-fetch-site': 'none' }, false],
  ['by an old browser from here', { origin: 'https://portal.gov.cn', host: 'portal.gov.cn' }, true],
  ['by an old browser from elsewhere', { origin: 'https://evil.cn', host: 'portal.gov.cn' }, false],
  ['without saying from where', { host: 'portal.gov.cn' }, false],
  ['with an origin of nothing', { origin: 'null', host: 'portal.gov.cn' }, false],
] as [string, Record<string, string>, boolean][])('a form sent %s', (_name, headers, own) => {
  expect(isOwnForm(new Headers(headers))).toBe(own)
})
