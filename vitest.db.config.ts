import { defineConfig } from 'vitest/config';

/** Tests on a database (`TEST_DATABASE_URL`), one file after another: they share it. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,scripts}/**/*.db.test.ts'],
    fileParallelism: false,
    // What is sealed in a test is sealed with this, and no key file is made.
    env: { SECRET_KEY: 'of the tests: nothing that lasts is sealed with it' },
    // A first migration on the embedded engine takes some seconds on a slow machine.
    hookTimeout: 60_000,
    // The whole edition, pictures and all, goes in and out of one of them.
    testTimeout: 180_000,
  },
});
