import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'web/**/*.test.ts',
      'test/**/*.test.ts',
      'training/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['web/test/build-pages.ts'],
    // Two cores: one worker for the browser tests, one for the rest.
    maxWorkers: 2,
    // The language models load within the first test of a file: on a busy machine that alone takes long.
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
