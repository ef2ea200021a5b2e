import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName } from './file-name.ts'

test.each([
  ['营业执照.PDF', '营业执照.pdf'],
  ['../../etc/合同.pdf', '合同.pdf'],
  ['C:\\Users\\张三\\桌面\\a.jpg', 'a.jpg'],
  ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
  ['  身份证 \t 正面 .png ', '身份证 正面.png'],
  ['fdp\u202e.pdf', 'fdp.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['<script>"x".pdf', 'scriptx.pdf'],
  ['..隐藏.pdf', '隐藏.pdf'],
  [`${'长'.repeat(500)}.pdf`, `${'长'.repeat(116)}.pdf`],
])('%j is kept as %j', (given, name) => {
  expect(cleanFileName(given).name).toBe(name)
})

test.each(['', '.', '..', 'passwd', '.htaccess', 'a.', '/', 'a.p df', 'a.中文', 'a.toolongending', '\u202e.pdf'])(
  '%j is refused',
  (given) => {
    expect(() => cleanFileName(given)).toThrow(expect.objectContaining({ code: 'storage.fileNameNotAllowed' }))
  },
)

test('whatever is given, what is kept has no path, no control and no direction mark, and stays the same when cleaned again', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 300 }), constantFrom('pdf', 'JPG', 'docx'), (stem, ending) => {
      let name: string
      try {
        name = cleanFileName(`${stem}.${ending}`).name
      } catch {
        return
      }
      expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}<>:"|?*%]/u)
      expect(name.length).toBeLessThanOrEqual(240)
      expect(name.startsWith('.')).toBe(false)
      expect(cleanFileName(name).name).toBe(name)
    }),
  )
})
