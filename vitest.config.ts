import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,messages,scripts}/**/*.test.{ts,tsx}'],
    // A busy machine makes a test late, not wrong.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    exclude: ['**/*.db.test.ts', 'node_modules/**'],
  },
});
