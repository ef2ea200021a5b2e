import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'main',
          include: ['standards/**/*.test.ts', 'platform/**/*.test.ts', 'modules/**/*.test.ts', 'apps/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**', 'tools/fixtures/**'],
          testTimeout: 20_000,
        },
      },
    ],
    maxWorkers: 2,
  },
})
