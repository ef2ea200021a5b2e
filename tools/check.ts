/** Everything CI does besides the tests, in CI's order. */
import { mustPass } from './steps.ts'

mustPass('formatting', 'oxfmt', ['--check', '.'])
mustPass('types', 'tsc', ['-p', '.'])
mustPass('types of the portal', 'tsc', ['-p', 'apps/portal'])
mustPass('lint', 'oxlint', ['--type-aware', '--deny-warnings', '.'])
mustPass('walls', 'node', ['tools/walls.ts'])
mustPass('unused code', 'knip', ['--no-config-hints'])
mustPass('generated files', 'node', ['tools/generate.ts', '--compare'])
mustPass('words', 'node', ['tools/words.ts'])
console.log('\nAll checks passed.')
