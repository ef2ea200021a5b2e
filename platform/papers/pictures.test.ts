import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { guillocheFrame } from './guilloche.ts'
import { renderPages } from './pages.ts'
import { popplerInstalled, textOf, wordsOf } from './pdf-tools.testing.ts'
import { qrMatrix, qrSvg } from './qr.ts'
import { renderPaper } from './render.ts'
import { sealPicture } from './seal-picture.ts'
import { aPaper } from './testing.ts'
import { addWatermark } from './watermark.ts'

const now = new Date('2026-03-02T01:05:00Z')

test('each page becomes a picture of its own', async () => {
  const materials = Array.from({ length: 60 }, (_, i) => ({ name: `第${i}份` }))
  const pages = await renderPages('receipt', { ...aPaper('receipt'), materials }, { now, width: 600 })
  expect(pages.length).toBeGreaterThan(1)
  for (const { png, svg, width, height } of pages) {
    const facts = await sharp(png).metadata()
    expect([facts.format, facts.width]).toEqual(['png', 600])
    expect(Math.abs(facts.height - height)).toBeLessThanOrEqual(1)
    expect([width, height]).toEqual([600, 849])
    expect(svg).not.toMatch(/<script|<foreignObject|href="http/)
  }
  expect(Buffer.from((pages[0] as { png: Uint8Array }).png).equals((pages[1] as { png: Uint8Array }).png)).toBe(false)
})

describe('the picture of a seal', () => {
  test('is round, red and transparent, and the same each time', async () => {
    const seal = await sealPicture({ name: '杭州市西湖区市场监督管理局', line: '行政审批专用章' })
    const { data, info } = await sharp(seal.png).raw().toBuffer({ resolveWithObject: true })
    const pixel = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 4),
    ]
    expect(info.channels).toBe(4)
    expect(pixel(2, 2)[3]).toBe(0)
    const ring = pixel(400, 16)
    expect(ring[3]).toBe(255)
    expect((ring[0] as number) - (ring[1] as number)).toBeGreaterThan(120)
    expect(pixel(400, 385)[3]).toBe(255)
    expect((await sealPicture({ name: '杭州市西湖区市场监督管理局', line: '行政审批专用章' })).svg).toBe(seal.svg)
  })

  test.skipIf(!popplerInstalled)('always says that it is for demonstration, whatever the name', async () => {
    for (const name of ['民政部', '国家税务总局浙江省税务局第三稽查局办公室', '#panic() </svg><script>']) {
      const words = wordsOf((await sealPicture({ name })).pdf)
      expect(words).toContain('演示专用')
      for (const letter of new Set(name.replace(/\s/g, ''))) expect(words).toContain(letter)
    }
  })

  test('cannot carry a script into a page', async () => {
    expect((await sealPicture({ name: '</svg><script>alert(1)</script>' })).svg).not.toContain('<script')
  })
})

describe('QR codes', () => {
  test('have the three finder patterns and grow with the text', () => {
    const small = qrMatrix('a')
    const large = qrMatrix('https://zwfw.example.gov.cn/p/330106202603020001287?查验=一网')
    expect(small.length).toBe(21)
    expect(large.length).toBeGreaterThan(21)
    for (const [x, y] of [
      [0, 0],
      [large.length - 7, 0],
      [0, large.length - 7],
    ] as const) {
      expect(large[y]?.slice(x, x + 7)).toEqual(Array.from({ length: 7 }, () => true))
      expect(large[y + 1]?.slice(x, x + 7)).toEqual([true, false, false, false, false, false, true])
    }
  })

  test('as SVG hold exactly the dark cells and a quiet zone', () => {
    const matrix = qrMatrix('https://a.b/c')
    const svg = qrSvg('https://a.b/c')
    const cells = [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, length]) =>
      Array.from({ length: Number(length) }, (_, i) => `${Number(x) + i - 4},${Number(y) - 4}`),
    )
    expect(cells.sort()).toEqual(matrix.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x},${y}`] : []))).sort())
    expect(svg).toContain(`viewBox="0 0 ${matrix.length + 8} ${matrix.length + 8}"`)
  })
})

test('the frame of a certificate is the same each time and differs by style', () => {
  expect(guillocheFrame('portrait', 'red')).toBe(guillocheFrame('portrait', 'red'))
  expect(
    new Set(
      (['red', 'blue', 'green', 'gold'] as const).flatMap((colour) => [
        guillocheFrame('portrait', colour),
        guillocheFrame('landscape', colour),
      ]),
    ).size,
  ).toBe(8)
  expect(guillocheFrame('landscape', 'blue')).not.toMatch(/NaN|undefined|Infinity/)
})

describe.skipIf(!popplerInstalled)('a watermark on what came in', () => {
  const text = '此件经与原件核对无误，仅供办理政务服务事项时使用，有效期至2026年6月9日'

  test('stands on every page of a PDF, whose own words stay', async () => {
    const materials = Array.from({ length: 100 }, (_, i) => ({ name: `第${i}份` }))
    const original = await renderPaper('receipt', { ...aPaper('receipt'), materials }, { now })
    const marked = await addWatermark({ bytes: original.pdf, kind: 'pdf' }, text, { now })
    expect(marked.pages).toBe(original.pages)
    expect(marked.pages).toBeGreaterThan(2)
    for (let page = 1; page <= marked.pages; page++)
      expect(textOf(marked.pdf, '-f', String(page), '-l', String(page)).replace(/\s+/g, '')).toContain(text)
    expect(wordsOf(marked.pdf)).toContain('第99份')
    expect(wordsOf(original.pdf)).not.toContain(text)
  })

  test('stands on a picture', async () => {
    const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const { pdf, pages } = await addWatermark({ bytes: picture, kind: 'jpeg' }, text, { now })
    expect(pages).toBe(1)
    expect(wordsOf(pdf)).toContain(text)
  })

  test('cannot be put on what is no picture or PDF', async () => {
    await expect(addWatermark({ bytes: new Uint8Array(64), kind: 'pdf' }, text, { now })).rejects.toMatchObject({
      code: 'papers.notReadable',
    })
    await expect(addWatermark({ bytes: new Uint8Array(64), kind: 'png' }, text, { now })).rejects.toMatchObject({
      code: 'papers.notReadable',
    })
  })
})
