import { defineConfig } from 'vitest/config'

// Whoever wants the numbers as data names a file for them.
const report = process.env.DUNLINT_TEST_REPORT

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default']
  }
})
