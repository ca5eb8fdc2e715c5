import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,messages,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.db.test.ts', 'node_modules/**'],
  },
});
