import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.db.test.ts', 'node_modules/**'],
  },
});
