import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hasGlyph } from './fonts.ts'
import { fontsOf, infoOf, popplerInstalled, textOf, wordsOf } from './pdf-tools.testing.ts'
import { renderPaper } from './render.ts'
import { templates } from './templates.ts'
import type { TemplateName } from './templates.ts'
import { aPaper } from './testing.ts'

const now = new Date('2026-03-02T01:05:00Z')
const names = Object.keys(templates) as TemplateName[]
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Every string of the data, dates and addresses of machines aside, must be found on the paper. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}|^https?:|^(landscape|portrait|red|lapsed)$/.test(value) ? [] : [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(strings)
}

describe.skipIf(!popplerInstalled)('what other programs find in a paper', () => {
  test.each(names)('%s holds every word it was given, and only embedded fonts', async (template) => {
    const data = aPaper(template)
    const { pdf, pages } = await renderPaper(template, data, { now })
    const words = wordsOf(pdf)
    for (const text of strings(data)) expect(words).toContain(text.replace(/\s+/g, ''))
    expect(pages).toBe(1)
    const fonts = fontsOf(pdf)
    expect(fonts.length).toBeGreaterThan(1)
    expect(fonts.filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([])
    expect(fonts.filter(({ name }) => !/^Noto(Serif|Sans)SC-/.test(name))).toEqual([])
  })

  test('dates, moments and sums are written the way official papers write them', async () => {
    expect(wordsOf((await renderPaper('acceptanceNotice', aPaper('acceptanceNotice'), { now })).pdf)).toMatch(
      /2026年3月2日09:05.*2026年3月12日前作出决定|2026年3月12日前作出决定.*2026年3月2日09:05/,
    )
    const notice = wordsOf((await renderPaper('paymentNotice', aPaper('paymentNotice'), { now })).pdf)
    expect(notice).toContain('人民币壹仟零玖拾元零伍分')
    expect(notice).toContain('￥1,090.05')
  })

  test('a notice of refusal names case number, time, department, clerk and reason', async () => {
    const words = wordsOf((await renderPaper('refusalNotice', aPaper('refusalNotice'), { now })).pdf)
    for (const label of [
      '办件编号330106-20260302-000128-7',
      '受理时间2026年3月2日09:05',
      '受理部门行政审批科',
      '窗口人员李敏',
      '申请事项依法不属于本机关职权范围',
    ])
      expect(words).toContain(label)
  })

  test('a notice of correction does not speak of acceptance before there is one, and says how to correct', async () => {
    const words = wordsOf((await renderPaper('correctionNotice', aPaper('correctionNotice'), { now })).pdf)
    for (const label of ['收件时间2026年3月2日09:05', '收件部门行政审批科', '怎样补正', '提交续签后的合同。'])
      expect(words).toContain(label)
    for (const label of ['受理时间', '受理部门']) expect(words).not.toContain(label)
  })

  test('the watermark can be read word by word', async () => {
    const watermark = '此件由杭州市公安局提供，仅供办理政务服务事项时使用，有效期至2026年6月9日'
    const { pdf } = await renderPaper('certificate', { ...aPaper('certificate'), watermark }, { now })
    expect(wordsOf(pdf)).toContain(watermark)
  })

  test('whatever is typed comes out as typed and does nothing', async () => {
    const hostile = [
      '#panic("x")',
      '#sys.inputs',
      '$ x^2 $',
      '*bold* _em_ `code`',
      '\\u{41}\\n',
      '<seal> @ref',
      '// c /* d */',
      '= title',
      '#import "furniture.typ": *',
      '"); DROP TABLE',
      '<script>alert(1)</script>',
      '~ -- --- ...',
      '\'"“”',
    ]
    const data = { ...aPaper('receipt'), applicant: '#read("/etc/passwd")', materials: hostile.map((name) => ({ name })) }
    const { pdf, sealSpot } = await renderPaper('receipt', data, { now })
    const words = wordsOf(pdf)
    for (const text of [...hostile, data.applicant]) expect(words).toContain(text.replace(/\s+/g, ''))
    expect(words).not.toContain('root:')
    expect(sealSpot).not.toBeNull()
  })

  test('21,000 characters of everyday and rare use come out as they went in', async () => {
    const basic = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, i) => String.fromCodePoint(0x4e00 + i))
    const rare = Array.from('䶮㐂㼆㛃䢺𠅤𬭎𬬭𬭳〇龘〔〕·—￥★Ⅲⅻ①⑳℃')
    const all = [...basic, ...rare].join('')
    const reasons = all.match(/.{1,1000}/gu) as string[]
    const { pdf, pages, substituted } = await renderPaper('denialDecision', { ...aPaper('denialDecision'), reasons }, { now })
    expect(substituted).toEqual([])
    expect(pages).toBeGreaterThan(20)
    const found = new Set(textOf(pdf))
    expect([...basic, ...rare].filter((character) => !found.has(character))).toEqual([])
    expect(textOf(pdf)).not.toContain('〓')
  }, 60_000)

  test('a character no font has is printed as 〓 and named, what is invisible is left away', async () => {
    const { pdf, substituted } = await renderPaper(
      'receipt',
      { ...aPaper('receipt'), applicant: '王\u202e𠮷\u200b😀\u0007\ue000某' },
      { now },
    )
    expect(substituted).toEqual(['U+20BB7', 'U+1F600', 'U+E000'])
    expect(wordsOf(pdf)).toContain('王〓〓〓某：')
  })

  test('title, author, language and moment stand in the file, which is PDF/A-2a', async () => {
    const { pdf } = await renderPaper('receipt', aPaper('receipt'), { now })
    const info = infoOf(pdf)
    expect(info).toMatch(/Title:\s+收件凭证 330106-20260302-000128-7/)
    expect(info).toMatch(/Author:\s+杭州市西湖区市场监督管理局/)
    expect(info).toMatch(/CreationDate:\s+Mon Mar {2}2 01:05:00 2026/)
    expect(info).toMatch(/Tagged:\s+yes/)
    const text = Buffer.from(pdf).toString('latin1')
    expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(text).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(text).toMatch(/trailer\s*<</)
  })
})

test('the same data and moment give the same bytes, another moment does not', async () => {
  const data = aPaper('approvalDecision')
  const [one, two] = [await renderPaper('approvalDecision', data, { now }), await renderPaper('approvalDecision', data, { now })]
  await renderPaper('receipt', aPaper('receipt'), { now })
  const three = await renderPaper('approvalDecision', data, { now })
  expect([digest(two.pdf), digest(three.pdf)]).toEqual([digest(one.pdf), digest(one.pdf)])
  expect(digest((await renderPaper('approvalDecision', data, { now: new Date('2026-03-02T01:05:01Z') })).pdf)).not.toBe(digest(one.pdf))
})

test('papers made at once do not mix', async () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ ...aPaper('receipt'), applicant: `申请人${i}号`, documentNumber: `第${i}号` }))
  const alone: string[] = []
  for (const data of many) alone.push(digest((await renderPaper('receipt', data, { now })).pdf))
  const together = await Promise.all(many.map((data) => renderPaper('receipt', data, { now })))
  expect(together.map(({ pdf }) => digest(pdf))).toEqual(alone)
  expect(new Set(alone).size).toBe(12)
})

test('the day of a paper is the legal day in Shanghai, whatever the machine thinks', async () => {
  const late = new Date('2026-03-02T16:30:00Z')
  const [implied, named] = [
    await renderPaper('receipt', aPaper('receipt'), { now: late }),
    await renderPaper('receipt', { ...aPaper('receipt'), issuedOn: '2026-03-03' }, { now: late }),
  ]
  expect(digest(implied.pdf)).toBe(digest(named.pdf))
})

test.each(names)('the seal of %s has its whole place on the page, over the end of the text', async (template) => {
  const { sealSpot, pages } = await renderPaper(template, aPaper(template), { now })
  const [width, height] = template === 'certificate' ? [841.89, 595.28] : [595.28, 841.89]
  expect(sealSpot).not.toBeNull()
  const { page, x, y, width: side } = sealSpot as NonNullable<typeof sealSpot>
  expect(page).toBe(pages)
  expect(side).toBeGreaterThan(110)
  expect(x).toBeGreaterThan(width / 2)
  expect(x + side).toBeLessThan(width)
  expect(y).toBeGreaterThan(0)
  expect(y + side).toBeLessThan(height / 2 + 100)
})

test('a notice with two hundred materials runs over pages and is signed on the last, with text beside the seal', async () => {
  const materials = Array.from({ length: 200 }, (_, i) => ({
    name: `第${i + 1}份材料：与食品经营相适应的主要设备设施布局、操作流程等文件`,
    note: '须加盖公章',
  }))
  const { pages, sealSpot, pdf } = await renderPaper('acceptanceNotice', { ...aPaper('acceptanceNotice'), materials }, { now })
  expect(pages).toBeGreaterThan(5)
  expect(sealSpot?.page).toBe(pages)
  // What the last page says is seen by the seal's page alone where poppler is missing.
  const last = popplerInstalled
    ? textOf(pdf, '-f', String(pages), '-l', String(pages)).replace(/\s+/g, '')
    : `特此通知第${pages}页共${pages}页`
  expect(last).toContain('特此通知')
  expect(last).toContain(`第${pages}页共${pages}页`)
})

test('a licence with a very long scope keeps to one sheet', async () => {
  const fields = [{ label: '许可范围', value: '货物运输代理；'.repeat(100) }]
  for (const layout of ['landscape', 'portrait'] as const)
    expect((await renderPaper('certificate', { ...aPaper('certificate'), layout, fields }, { now })).pages).toBe(1)
})

test('the map of characters comes from the font itself', () => {
  expect(hasGlyph(0x4e00)).toBe(true)
  expect(hasGlyph('䶮'.codePointAt(0) as number)).toBe(true)
  expect(hasGlyph(0x20bb7)).toBe(false)
  expect(hasGlyph(0x10ffff)).toBe(false)
})

test('five hundred papers leave no more memory behind than a hundred', async () => {
  const make = async (from: number, to: number) => {
    for (let i = from; i < to; i++)
      await renderPaper('receipt', { ...aPaper('receipt'), applicant: `申请人${i}`, caseNumber: `330106-20260302-${i}` }, { now })
    return process.memoryUsage().rss
  }
  const early = await make(0, 100)
  const late = await make(100, 500)
  expect((late - early) / (1 << 20)).toBeLessThan(60)
}, 120_000)
