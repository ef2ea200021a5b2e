import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'standards/**/*.test.ts',
      'platform/**/*.test.ts',
      'modules/**/*.test.ts',
      'apps/**/*.test.{ts,tsx}',
      'tools/**/*.test.ts',
      'e2e/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', 'tools/fixtures/**'],
    globalSetup: ['platform/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
