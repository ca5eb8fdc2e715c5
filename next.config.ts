import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';
import { plainHeaders } from './lib/http/plain-headers.ts';
import { LOCALES } from './lib/i18n/locales.ts';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const LOCALE = `:locale(${LOCALES.join('|')})`;
/** First segments that are no locale and that a page or a route handler answers. */
const OTHERS = ['_next', 'api', 'media', 'nowhere'];

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
  // Addresses that a folder of `app` cannot be named after.
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [
      {
        source: `/${LOCALE}/:list*/:file(feed\\.xml|atom\\.xml|feed\\.json)`,
        destination: '/:locale/feeds/:file/:list*',
      },
      { source: `/${LOCALE}/sitemap-:name.xml`, destination: '/:locale/sitemaps/:name' },
      { source: '/:key([A-Za-z0-9-]{8,128}).txt', destination: '/api/indexnow/:key' },
      {
        source: `/:path((?!(?:${[...LOCALES, ...OTHERS].join('|')})(?:/|$)).+)`,
        destination: '/nowhere',
      },
    ],
    fallback: [],
  }),
  headers: async () => plainHeaders(),
  poweredByHeader: false,
  generateEtags: false,
  // Images are cut at import; several security advisories concerned the optimizer's endpoint.
  images: { unoptimized: true },
  // `npm test` checks types on its own; the build of a newsroom need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres', 'drizzle-orm', 'pino', 'sharp', 'wawoff2', 'piscina'],
};

export default withNextIntl(config);
