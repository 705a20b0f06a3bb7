import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.mjs'],
    exclude: ['**/node_modules/**', '**/generated/**'],
    reporters: ['default', './test/testkit/closing-line.ts'],
    globalSetup: ['test/testkit/build.ts', 'test/testkit/cluster.ts'],
    // Two cores, shared with PostgreSQL and with whatever else runs there: generous, because nothing waits for them to pass.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
});
