/** What a stranger asks for who wants the portal to work: each request another one. */
import { randomBytes } from 'node:crypto';

const word = () => randomBytes(8).toString('hex');

export const HOSTILE: Readonly<
  Record<string, (n: number) => { path: string; headers?: Record<string, string> }>
> = {
  'missing slugs': () => ({ path: `/en/post/${word()}` }),
  searches: () => ({ path: `/en/search?q=${word()}` }),
  suggestions: () => ({ path: `/api/suggestions/en?q=${word().slice(0, 3)}` }),
  'data of pages': () => ({
    path: `/_press/${randomBytes(16).toString('base64url')}.js?of=${encodeURIComponent(`/en/post/${word()}`)}`,
  }),
  'data of searches': () => ({
    path: `/_press/${randomBytes(16).toString('base64url')}.js?of=${encodeURIComponent(`/en/search?q=${word()}`)}`,
  }),
  '.rsc': (n) => ({ path: n % 2 ? '/en.rsc' : `/en/post/${word()}.rsc` }),
  segments: () => ({ path: `/en/${word()}.segments/${word()}.segment.rsc` }),
  'rsc header': () => ({ path: `/en/post/${word()}`, headers: { rsc: '1' } }),
  'feeds of nothing': () => ({ path: `/en/author/${word()}/feed.xml` }),
  'share cards': (n) => ({ path: `/media/cards/${(n % 1000) + 1}-${word()}.png` }),
  'spellings of a page': (n) => ({ path: `/en/post/w%61rm?${n}` }),
  previews: () => ({ path: `/en/preview/${randomBytes(32).toString('base64url')}` }),
  'the newsroom’s door': () => ({
    path: '/en/newsroom',
    headers: { cookie: `newsroom=${randomBytes(32).toString('base64url')}` },
  }),
  'the newsroom’s handlers': () => ({
    path: '/api/newsroom/desk',
    headers: { cookie: `newsroom=${randomBytes(32).toString('base64url')}` },
  }),
  'months of sitemaps': () => ({ path: '/en/sitemap-2026-11.xml' }),
};
