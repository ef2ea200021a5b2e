import { expect, test } from 'vitest'
import { type IconName, iconMarkup, icons } from './icons.ts'

test('an icon beside a word is silent, an icon instead of a word speaks', () => {
  expect(iconMarkup('search')).toContain('aria-hidden="true"')
  expect(iconMarkup('search', 20, '搜索')).toMatch(/role="img" aria-label="搜索"/)
  expect(iconMarkup('search', 20, '搜索')).not.toContain('aria-hidden')
})

test('a title cannot break out of its attribute', () => {
  const markup = iconMarkup('info', 24, '"><script>')
  expect(markup).not.toContain('<script')
  expect(markup).toContain('&quot;>&lt;script>')
})

test('every icon stays on its grid, is made of strokes only and carries no script or style', () => {
  const strokesOnly = /^(<(path|circle|rect)( [a-z]+="[^"]*")+\/>)+$/
  const centres = Object.values(icons).flatMap((markup) => [...markup.matchAll(/c[xy]="([\d.]+)"/g)].map((found) => Number(found[1])))
  expect(Object.keys(icons).filter((name) => !strokesOnly.test(icons[name as IconName]))).toEqual([])
  expect(Object.values(icons).filter((markup) => /style|fill=|on\w+=/.test(markup))).toEqual([])
  expect(Math.max(...centres)).toBeLessThanOrEqual(24)
})
