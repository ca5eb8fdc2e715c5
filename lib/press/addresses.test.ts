import { expect, test } from 'vitest';
import { addressOf, preferredLocale } from './addresses.ts';

test.each([
  ['/en', { kind: 'page', path: '/en' }],
  ['/az/post/liman?utm_source=x', { kind: 'page', path: '/az/post/liman' }],
  ['/ru/category/analytics/page/2', { kind: 'page', path: '/ru/category/analytics/page/2' }],
  ['/hy/search?q=a', { kind: 'search' }],
  ['/en/preview/token', { kind: 'work' }],
  ['/en/newsroom/desk', { kind: 'work' }],
  ['/hy/search/a', { kind: 'search' }],
  ['/', { kind: 'framework' }],
  ['/api/views/1', { kind: 'views', articleId: '1' }],
  ['/api/health/live', { kind: 'health', probe: 'live' }],
  ['/api/health/ready?at=1', { kind: 'health', probe: 'ready' }],
  ['/api/health/none', { kind: 'framework' }],
  ['/api/metrics', { kind: 'metrics' }],
  ['/_next/static/chunks/a.js', { kind: 'asset' }],
  ['/fonts/latin.woff2', { kind: 'asset' }],
  ['/icons.svg', { kind: 'asset' }],
  ['/robots.txt', { kind: 'page', path: '/robots.txt' }],
  ['/sitemap.xml?a=b', { kind: 'page', path: '/sitemap.xml' }],
  ['/.well-known/tdmrep.json', { kind: 'page', path: '/.well-known/tdmrep.json' }],
  ['/0a1b2c3d4e5f.txt', { kind: 'page', path: '/0a1b2c3d4e5f.txt' }],
  ['/index.php?p=4', { kind: 'framework' }],
  ['/en/feed.xml', { kind: 'page', path: '/en/feed.xml' }],
  ['/en/sitemap-news.xml', { kind: 'page', path: '/en/sitemap-news.xml' }],
  [
    '/en/sitemap-2026-11.xml',
    { kind: 'sitemap', path: '/en/sitemap-2026-11.xml', locale: 'en', month: '2026-11', part: 1 },
  ],
  [
    '/hy/sitemap-2026-11-12.xml',
    {
      kind: 'sitemap',
      path: '/hy/sitemap-2026-11-12.xml',
      locale: 'hy',
      month: '2026-11',
      part: 12,
    },
  ],
  ['/en/sitemap-2026-13.xml', { kind: 'page', path: '/en/sitemap-2026-13.xml' }],
  ['/en/sitemap-2026-11-1.xml', { kind: 'page', path: '/en/sitemap-2026-11-1.xml' }],
  ['/en/', { kind: 'moved', to: '/en' }],
  ['//EN//Post///A/?q=B', { kind: 'moved', to: '/en/post/a?q=B' }],
  ['/ARM/Post//A/', { kind: 'moved', to: '/hy/post/a' }],
  ['/ru/post/%D0%9F', { kind: 'page', path: '/ru/post/%D0%9F' }],
  ['/en/Preview/ToKen/', { kind: 'moved', to: '/en/preview/ToKen' }],
  ['/en/preview/ToKen', { kind: 'work' }],
  ['/media/ab/480.avif', { kind: 'media', path: '/ab/480.avif' }],
  ['/arm', { kind: 'moved', to: '/hy' }],
  ['/arm/post/a?b=c', { kind: 'moved', to: '/hy/post/a?b=c' }],
  ['/fr', { kind: 'unknown', path: '/en/_' }],
  ['/fr/post/a', { kind: 'unknown', path: '/en/_' }],
  ['/en/post/%E0%A4%A', { kind: 'unknown', path: '/en/_' }],
  ['/ru/post/%00', { kind: 'unknown', path: '/ru/_' }],
  ['/_next/%zz', { kind: 'unknown', path: '/en/_' }],
  ['//evil.example/x', { kind: 'unknown', path: '/en/_' }],
])('%s', (url, address) => {
  expect(addressOf(url, undefined)).toEqual(address);
});

test.each([
  ['hy-AM,hy;q=0.9,en;q=0.8', 'hy'],
  ['fr-FR,az;q=0.3,ru;q=0.7', 'ru'],
  ['ru;q=0,az', 'az'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('a browser that asks for %s reads %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
