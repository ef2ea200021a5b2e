import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Palette, antdToken, dark, light, series } from './tokens.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const block = (selector: string): string => css.slice(css.indexOf(`${selector} {`), css.indexOf('}', css.indexOf(`${selector} {`)))
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const valueIn = (rules: string, name: string): string | undefined => new RegExp(`--${kebab(name)}: (#[0-9a-f]{6});`).exec(rules)?.[1]

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [high = 1, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

test.each([
  [':root', light],
  ["[data-theme='dark']", dark],
] as [string, Palette][])('%s in the stylesheet and in TypeScript are the same colours', (selector, palette) => {
  const inStylesheet = Object.fromEntries(Object.keys(palette).map((name) => [name, valueIn(block(selector), name)]))
  expect(inStylesheet).toEqual(palette)
})

test.each([
  ['light', light],
  ['dark', dark],
] as [string, Palette][])('in %s every text can be read: 4.5 to 1 at least, 7 to 1 for what is read long', (_name, palette) => {
  for (const ground of [palette.surface, palette.ground, palette.blueWash]) {
    expect(contrast(palette.ink, ground)).toBeGreaterThan(12)
    expect(contrast(palette.quiet, ground)).toBeGreaterThan(7)
    expect(contrast(palette.blue, ground)).toBeGreaterThan(7)
  }
  expect(contrast(palette.onBlue, palette.blue)).toBeGreaterThan(7)
  expect(contrast(palette.red, palette.redTint)).toBeGreaterThan(4.5)
  expect(contrast(palette.amber, palette.amberTint)).toBeGreaterThan(4.5)
  expect(contrast(palette.green, palette.greenTint)).toBeGreaterThan(4.5)
  expect(contrast(palette.ink, palette.mark)).toBeGreaterThan(7)
  expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThan(3)
})

test('the focus ring stands out on white and on the blue of a button', () => {
  expect(contrast(light.focusInk, light.surface)).toBeGreaterThan(3)
  expect(contrast(light.focus, light.blue)).toBeGreaterThan(3)
})

test('chart series are visible on white and differ from each other', () => {
  for (const colour of series) expect(contrast(colour, light.surface)).toBeGreaterThan(3)
  expect(new Set(series).size).toBe(series.length)
})

test('Ant Design takes its colours and its type from the tokens', () => {
  expect(antdToken(dark)).toMatchObject({ colorPrimary: dark.blue, colorText: dark.ink, colorBgContainer: dark.surface })
  expect(css).toContain(antdToken(light).fontFamily)
})
