import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Rows of `docs/faults.md` end with the test that shows them: its file in backticks, then words of its title. */
const rows = readFileSync('docs/faults.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, file = '', title = ''] = /\| `([^`]+)` (.+) \|$/.exec(line) ?? []
    return file === '' ? [] : [{ file, title }]
  })

test('every row of the table of faults names a test that is there', () => {
  expect(rows.length).toBeGreaterThan(30)
  const gone = rows.filter(({ file, title }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title))
  expect(gone).toEqual([])
})
