import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/support/browser.ts';
import { PORT } from './e2e/support/portal.ts';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  // Most tests wait for the portal or a clock, not for a processor: three keep two processors busy.
  workers: 3,
  // A slow machine makes a test late, not wrong.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['dot'], ['json', { outputFile: '.test/reports/end-to-end.json' }]],
  globalSetup: './e2e/support/walk-setup.ts',
  outputDir: '.test/end-to-end',
  use: { baseURL: `http://127.0.0.1:${PORT}`, launchOptions, locale: 'en-GB', timezoneId: 'UTC' },
  webServer: {
    command: 'node e2e/support/serve.ts',
    url: `http://127.0.0.1:${PORT}/api/health/ready`,
    timeout: 240_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 25_000 },
  },
});
