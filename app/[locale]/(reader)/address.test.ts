import { expect, test } from 'vitest';
import { twitterOf } from './address';

test('a publication without an account on X has pages all the same', () => {
  expect(twitterOf({})).toEqual({ card: 'summary_large_image' });
});

test('an account on X is named by its handle, however its address ends', () => {
  for (const x of [
    'https://x.com/caliber_az',
    'https://x.com/caliber_az/',
    'https://x.com/caliber_az?lang=en',
  ])
    expect(twitterOf({ x })).toMatchObject({ site: '@caliber_az' });
});
