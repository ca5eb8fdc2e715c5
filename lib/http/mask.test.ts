import { expect, test } from 'vitest';
import { masked } from './mask.ts';

test.each([
  ['/en/preview/ToKen-_9', '/en/preview/…'],
  ['/en/preview/ToKen/more', '/en/preview/…/more'],
  ['/hy/newsroom/join/ToKen', '/hy/newsroom/join/…'],
  ['//EN//Preview//ToKen/', '//EN//Preview//…/'],
  ['/en/pre%76iew/ToKen', '/en/preview/…'],
  ['/en/preview%2fToKen', '/en/preview/…'],
  ['/en/preview/ToKen.rsc', '/en/preview/…'],
])('a log shows %s as %s', (path, shown) => {
  expect(masked(path)).toBe(shown);
});

test.each(['/en', '/en/post/preview-of-the-year', '/en/newsroom/article/7/preview', '/en/%41'])(
  'a log shows %s as it is',
  (path) => expect(masked(path)).toBe(path),
);
