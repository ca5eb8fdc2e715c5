import type { KnipConfig } from 'knip';

export default {
  entry: [
    'scripts/**/*.{ts,mjs}',
    // Named by a path, not by an import: threads, what next-intl's types are read from, what the build compiles.
    'lib/media/cut-worker.ts',
    'lib/newsroom/markdown/markdown-worker.ts',
    'lib/start/plain.ts',
    'lib/i18n/next-intl.ts',
    'components/**/*.page.ts',
    'docs/extending/*/check.ts',
    'components/**/*.browser-test.tsx',
    'vitest.{browser,db}.config.ts',
  ],
  project: ['**/*.{ts,tsx,mjs}'],
  // Read as files: typefaces by the build and the share cards, the checker of HTML by its tests.
  ignoreDependencies: [/^@fontsource/, 'vnu-jar'],
  // Of Debian; each test that needs one is skipped by name where it is not installed.
  ignoreBinaries: [/.*/],
} satisfies KnipConfig;
