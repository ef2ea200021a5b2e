import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asSms, compose, placeholdersOf } from './compose.ts'
import { maskRecipient, normaliseRecipient } from './recipient.ts'
import { templates, type Template } from './templates.ts'

const all: [string, Template][] = Object.entries(templates)

test.each(all)('%s says the same in both languages', (_code, template) => {
  const places = (language: 'zh-CN' | 'en') =>
    new Set([...placeholdersOf(template[language].title), ...placeholdersOf(template[language].text)])
  expect(places('en')).toEqual(places('zh-CN'))
  expect(template.en.title).not.toMatch(/\p{Script=Han}/u)
  expect(template.en.text).not.toMatch(/\p{Script=Han}/u)
})

test.each(all)('%s with its values has no hole left', (_code, template) => {
  const names = [...placeholdersOf(template['zh-CN'].title), ...placeholdersOf(template['zh-CN'].text)]
  const texts = compose(template, Object.fromEntries(names.map((name) => [name, '值'])))
  expect(Object.values(texts).flatMap(({ title, text }) => placeholdersOf(title + text))).toEqual([])
  for (const name of names) {
    const without = Object.fromEntries(names.filter((other) => other !== name).map((other) => [other, '值']))
    expect(() => compose(template, without)).toThrow(RangeError)
  }
})

test('lists are joined as the language does, and a value may have its own text in each', () => {
  const waybill = compose(templates.waybillMoved, {
    ...{ item: '登记', waybill: 'YW1', time: '9:00' },
    state: { 'zh-CN': '正在派送', en: 'is out for delivery' },
  })
  expect([waybill['zh-CN'].text, waybill.en.text]).toEqual([
    '您申请的“登记”结果正在派送（9:00），运单号 YW1。',
    'The result of your application “登记” is out for delivery (9:00). Waybill YW1.',
  ])
  const values = { item: '登记', caseNumber: 'C1', place: '一号窗口', time: '9:00', originals: ['身份证', '营业执照'] }
  expect(compose(templates.casePreAccepted, values)['zh-CN'].text).toContain('身份证、营业执照')
  expect(compose(templates.casePreAccepted, { ...values, originals: [] })['zh-CN'].text).toContain('请携带原件：—')
})

test('whatever is filled in brings no line break, no control character, and no placeholder of its own', () => {
  const licence = fc.string({ unit: 'binary' }).map((text) => `${text}{licence}{__proto__}\r\n`)
  fc.assert(
    fc.property(licence, (value) => {
      const { text, title } = compose(templates.licenceReady, { licence: value }).en
      expect(text).not.toMatch(/\p{Cc}/u)
      expect(title).toBe('Your licence is issued')
      expect(text.startsWith('Your “')).toBe(true)
    }),
  )
})

test('an SMS is never longer than the gateway takes, and says where the rest is', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 470, maxLength: 600, size: 'max', unit: 'grapheme' }),
      fc.constantFrom('zh-CN' as const, 'en' as const),
      (text, language) => {
        const sms = asSms({ title: '', text }, language)
        expect(sms.length).toBeLessThanOrEqual(500)
        expect(sms.isWellFormed()).toBe(true)
        expect(text.length <= 500 ? sms === text : /用户空间。$|personal space\.$/.test(sms)).toBe(true)
      },
    ),
  )
})

test('recipients are recognised however they are written, and shown masked', () => {
  for (const text of ['13800000001', '+86 138 0000 0001', '138-0000-0001', '８６１３８０００００００１'])
    expect(normaliseRecipient('sms', text)).toBe('13800000001')
  expect(normaliseRecipient('email', ' Zhang@Example.COM ')).toBe('zhang@example.com')
  expect(maskRecipient('sms', '13800000001')).toBe('138****0001')
  expect(maskRecipient('email', 'zhang@example.com')).toBe('z***@example.com')
})
