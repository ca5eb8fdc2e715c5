import { defineConfig } from 'vitest/config';

/** Tests on a database; each file has one of its own on the server of `TEST_DATABASE_URL`. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,scripts}/**/*.db.test.ts'],
    globalSetup: 'scripts/testing/migrated-database.ts',
    maxWorkers: 2,
    // What is sealed in a test is sealed with this, and no key file is made.
    env: { SECRET_KEY: 'of the tests: nothing that lasts is sealed with it' },
    hookTimeout: 60_000,
    // The whole edition, pictures and all, goes in and out of one of them.
    testTimeout: 180_000,
  },
});
