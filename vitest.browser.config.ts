import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './e2e/support/browser.ts';

/** Tests of components in a real browser; see `scripts/testing/browser/`. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  define: { 'process.env': { NODE_ENV: 'test' } },
  // Found when a test first imports them, they would reload the page under it.
  optimizeDeps: {
    include: [
      '@tanstack/react-query',
      'downshift',
      'idb',
      'next-intl',
      'next/navigation',
      'next/dist/shared/lib/app-router-context.shared-runtime',
      'qrcode',
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'vitest-browser-react',
    ],
  },
  test: {
    include: ['components/**/*.browser-test.tsx'],
    setupFiles: ['scripts/testing/silent-console.ts', 'scripts/testing/browser/newsroom.ts'],
    // A busy machine makes a test late, not wrong.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    browser: {
      enabled: true,
      headless: true,
      // A busy machine begins late.
      connectTimeout: 180_000,
      screenshotFailures: false,
      provider: playwright({ launchOptions }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
