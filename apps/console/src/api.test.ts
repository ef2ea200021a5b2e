import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('apps/console/src/**/*.{ts,tsx}').filter((file) => !file.includes('.test.') && !file.endsWith('testing.tsx'))
const shape = (path: string) => path.replaceAll(/\{[^}]*\}/g, '{}')

/** Every call with a path that stands in the code, as `get /cases/{}`. Paths made of parts (`${…}`) are told apart by their acts. */
function calls(): { call: string; file: string }[] {
  return sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/api\s*\.(get|post|put|patch|delete|file|upload)(?:<[^(]*>)?\(\s*'(\/[^']*)'/g)].map(
      ([, method = '', path = '']) => ({
        call: `${{ file: 'get', upload: 'post' }[method] ?? method} ${shape(path)}`,
        file,
      }),
    ),
  )
}

test('every address the console asks stands in openapi.json', () => {
  const described = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: Record<string, Record<string, unknown>> }
  const known = new Set(
    Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${shape(path.replace('/api/v1', ''))}`),
    ),
  )
  const asked = calls()
  expect(asked.length).toBeGreaterThan(30)
  expect(asked.filter(({ call }) => !known.has(call))).toEqual([])
})
