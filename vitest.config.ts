import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,messages,scripts}/**/*.test.{ts,tsx}'],
    setupFiles: 'scripts/testing/silent-console.ts',
    // A busy machine makes a test late, not wrong.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    env: { SECRET_KEY: 'of the tests: nothing that lasts is sealed with it' },
    exclude: ['**/*.db.test.ts', 'node_modules/**'],
  },
});
