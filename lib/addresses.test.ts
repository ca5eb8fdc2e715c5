import { expect, test } from 'vitest';
import { addressOf, preferredLocale } from './addresses.ts';

test.each([
  ['/en', { kind: 'page', path: '/en' }],
  ['/az/post/liman?utm_source=x', { kind: 'page', path: '/az/post/liman' }],
  ['/ru/category/analytics/page/2', { kind: 'page', path: '/ru/category/analytics/page/2' }],
  ['/hy/search?q=a', { kind: 'search' }],
  ['/en/preview/token', { kind: 'work' }],
  ['/en/newsroom/desk', { kind: 'work' }],
  ['/hy/search/a', { kind: 'page', path: '/hy/search/a' }],
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
  ['/license.xml', { kind: 'page', path: '/license.xml' }],
  ['/.well-known/tdmrep.json', { kind: 'page', path: '/.well-known/tdmrep.json' }],
  ['/manifest.webmanifest', { kind: 'page', path: '/manifest.webmanifest' }],
  ['/.well-known/security.txt', { kind: 'page', path: '/.well-known/security.txt' }],
  ['/favicon.ico', { kind: 'asset' }],
  ['/apple-touch-icon.png', { kind: 'asset' }],
  ['/0a1b2c3d4e5f.txt', { kind: 'unknown', path: '/en/_' }],
  ['/index.php?p=4', { kind: 'unknown', path: '/en/_' }],
  ['/12345.html', { kind: 'unknown', path: '/en/_' }],
  ['/ads.txt', { kind: 'unknown', path: '/en/_' }],
  ['/.env', { kind: 'unknown', path: '/en/_' }],
  ['/a.b.c', { kind: 'unknown', path: '/en/_' }],
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
  ['/ru/post/%D0%9F', { kind: 'unknown', path: '/ru/_' }],
  ['/en/Preview/ToKen/', { kind: 'moved', to: '/en/preview/ToKen' }],
  ['/en/preview/ToKen', { kind: 'work' }],
  ['/media/ab/480.avif', { kind: 'media', path: '/ab/480.avif' }],
  ['/en/category/sport/page/1', { kind: 'moved', to: '/en/category/sport' }],
  ['/ru/topic/coast/page/1?a=b', { kind: 'moved', to: '/ru/topic/coast?a=b' }],
  ['/ARM/author/ana-vell/Page/1/', { kind: 'moved', to: '/hy/author/ana-vell' }],
  ['/az/corrections/page/1', { kind: 'moved', to: '/az/corrections' }],
  ['/az/corrections/page/10', { kind: 'page', path: '/az/corrections/page/10' }],
  ['/en/page/1', { kind: 'page', path: '/en/page/1' }],
  ['/en/newsroom/desk/page/1', { kind: 'work' }],
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

test('an address that never was is refused in the language that the browser asks for', () => {
  expect(addressOf('/story.php', 'hy-AM,en;q=0.5')).toEqual({ kind: 'unknown', path: '/hy/_' });
});

test('the file that proves a site to IndexNow is a file, whatever the key', () => {
  expect(addressOf('/0a1b2c3d.txt', 'ru', '/0a1b2c3d.txt')).toEqual({
    kind: 'page',
    path: '/0a1b2c3d.txt',
  });
});

test.each([
  ['/en/p%6Fst/s%61lt', '/en/post/salt'],
  ['/%65n/POST/%53alt/?q=%61', '/en/post/salt?q=%61'],
  ['/en/pre%76iew/To%4ben', '/en/preview/ToKen'],
  ['/media/%61b/480%2eavif', '/media/ab/480.avif'],
  ['/api/%6eewsroom/session', '/api/newsroom/session'],
  ['//evil.example/%61', '/evil.example/a'],
  ['/old%2dsite/%d0%bf', '/old-site/%D0%BF'],
])('%s is one address with %s', (url, to) => {
  expect(addressOf(url, undefined)).toEqual({ kind: 'moved', to });
  expect(addressOf(to, undefined).kind).not.toBe('moved');
});

test.each([
  '/en.rsc',
  '/en/post/salt.rsc',
  '/en/post/salt.segments/_tree.segment.rsc',
  '/en/post/a%2Fb',
  '/en/post/salt;x',
  '/en/post/a_b',
  '/en/_',
  '/en/%2e%2e/ru',
  '/en/post/a\\b',
])('no page can lie at %s: all such share one page that says so', (url) => {
  expect(addressOf(url, undefined)).toEqual({ kind: 'unknown', path: '/en/_' });
});

test.each(['/%c0%af', '/en/%c0%af', '/en/search/%ff', '/media/%c0%af', '/api/newsroom/%c0%af'])(
  '%s is no text, wherever it stands',
  (url) => {
    expect(addressOf(url, undefined)).toEqual({ kind: 'undecodable' });
  },
);

test.each([
  ['hy-AM,hy;q=0.9,en;q=0.8', 'hy'],
  ['fr-FR,az;q=0.3,ru;q=0.7', 'ru'],
  ['ru;q=0,az', 'az'],
  ['hy-AM, ru', 'hy'],
  ['en-GB,en;q=0.5,ru;q=0.9', 'en'],
  ['AZ-Latn-AZ', 'az'],
  ['ru; q=0.5 , az;q=0.9', 'az'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('a browser that asks for %s reads %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
