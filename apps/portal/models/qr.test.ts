import { expect, test } from 'vitest'
import { qrSvg } from './qr.ts'

test('a code has its quiet zone, its name, and nothing that could run', () => {
  const svg = qrSvg('https://portal.gov.cn/items/0100001000330106000000300210000100', '"><script>')
  expect(svg).not.toContain('<script')
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const cells = [...svg.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)])
  expect(Math.min(...cells)).toBe(4)
  expect(Math.max(...cells)).toBe(size - 5)
})

test('different addresses give different codes', () => {
  expect(qrSvg('https://a.cn/1', 'x')).not.toBe(qrSvg('https://a.cn/2', 'x'))
})
