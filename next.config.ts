import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const config: NextConfig = {
  experimental: {
    // Readers load no styles of the newsroom: by default the build puts both into one style sheet.
    cssChunking: { type: 'graph', requestCost: 1000 },
    // A page's code is loaded at its first request: the portal is ready half a second sooner, also after a
    // crash.
    preloadEntriesOnStart: false,
  },
  // The page cache keeps and compresses finished pages (docs/decisions/0004-page-cache.md); the framework
  // itself compresses what is generated for each request.
  cacheHandler: fileURLToPath(new URL('./lib/page-cache/keep-nothing.mjs', import.meta.url)),
  cacheMaxMemorySize: 0,
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  generateEtags: false,
  // Images are cut at import; several security advisories concerned the optimizer's endpoint.
  images: { unoptimized: true },
  // `npm test` checks types on its own; the build of a newsroom need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres', 'drizzle-orm', 'pino', 'sharp', 'wawoff2', 'piscina'],
};

export default withNextIntl(config);
