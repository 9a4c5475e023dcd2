import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/signing-key.ts'],
    // Every core: many of the tests wait for programs that they start.
    maxWorkers: '100%',
    // Only what hangs takes so long; a busy machine must not fail a test.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
