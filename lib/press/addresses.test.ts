import { expect, test } from 'vitest';
import { addressOf, preferredLocale } from './addresses.ts';

test.each([
  ['/en', { kind: 'page', path: '/en' }],
  ['/az/post/liman?utm_source=x', { kind: 'page', path: '/az/post/liman' }],
  ['/ru/category/analytics/page/2', { kind: 'page', path: '/ru/category/analytics/page/2' }],
  ['/hy/search?q=a', { kind: 'search' }],
  ['/en/preview/token', { kind: 'work' }],
  ['/en/newsroom/desk', { kind: 'work' }],
  ['/', { kind: 'framework' }],
  ['/api/views/1', { kind: 'views', articleId: '1' }],
  ['/api/health/live', { kind: 'framework' }],
  ['/_next/static/chunks/a.js', { kind: 'asset' }],
  ['/fonts/latin.woff2', { kind: 'asset' }],
  ['/icons.svg', { kind: 'asset' }],
  ['/robots.txt', { kind: 'framework' }],
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
