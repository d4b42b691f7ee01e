import { defineConfig } from 'vitest/config'

// Real Chromium against the real program: each file starts its own. Needs `npm run build` and a built `renmian`.
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/browser/sample.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One browser at a time: two would fight for the processor of a small machine.
    fileParallelism: false,
  },
})
