import { expect, test } from 'vitest';
import { framedPolicy, framingOf } from './framing.ts';
import { pagePolicy } from './finish/policy.ts';

test('only the newsroom’s previews may be framed, and only its preview screens may frame them', () => {
  expect(framingOf('/en/newsroom/article/12/preview/page?version=3')).toBe('framed');
  expect(framingOf('/hy/newsroom/front/preview/page')).toBe('framed');
  expect(framingOf('/en/newsroom/article/12/preview?version=3')).toBe('framing');
  expect(framingOf('/en/newsroom/front/preview')).toBe('framing');
  for (const url of [
    '/en',
    '/en/post/a',
    '/en/preview/token',
    '/en/newsroom',
    '/en/newsroom/article/12',
    '/en/newsroom/article/12/preview/page/x',
    '/en/newsroom/article/12%2fpreview/page',
    '/en//newsroom/article/12/preview/page',
    '/en/newsroom/article/0/preview/page',
    '/en?/en/newsroom/front/preview/page',
  ])
    expect([url, framingOf(url)]).toEqual([url, 'none']);
});

test('a policy is loosened by one word and no more', () => {
  const policy = pagePolicy({ scripts: [], styles: [] });
  expect(framedPolicy(policy, 'none')).toBe(policy);
  expect(framedPolicy(policy, 'framed')).toBe(
    policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  );
  expect(framedPolicy(policy, 'framed')).toContain("frame-ancestors 'self'");
  expect(framedPolicy(policy, 'framing')).toContain("frame-src 'self' https://");
  expect(framedPolicy(policy, 'framing')).toContain("frame-ancestors 'none'");
});
