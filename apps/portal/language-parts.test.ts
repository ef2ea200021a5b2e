import { expect, test } from 'vitest'
import { markChinese } from './language-parts.ts'

test('what is mostly Chinese says so; English and what is said already stay', () => {
  expect(markChinese('<h1 class="a">食品经营许可</h1><p>Due by 2 March</p>')).toBe(
    '<h1 lang="zh-CN" class="a">食品经营许可</h1><p>Due by 2 March</p>',
  )
  expect(markChinese('<a href="/" lang="zh-CN">中文</a>')).toBe('<a href="/" lang="zh-CN">中文</a>')
  expect(markChinese('<p>The clock runs from acceptance (受理)</p>')).toBe('<p>The clock runs from acceptance (受理)</p>')
})

test('script and page keep their own', () => {
  const page = '<html lang="en"><script>const a = "中文"</script></html>'
  expect(markChinese(page)).toBe(page)
})
