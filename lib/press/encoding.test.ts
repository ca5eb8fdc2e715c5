import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fromBrotli, preferredEncoding, toBrotli } from './encoding.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['identity', 'identity'],
  [undefined, 'identity'],
] as const)('a reader who accepts %s gets %s', (accepted, expected) => {
  expect(preferredEncoding(accepted)).toBe(expected);
});

test('every coding of a page holds the same bytes', async () => {
  const bytes = Buffer.from('Пароходство отменило рейс. '.repeat(500));
  const packed = await toBrotli(bytes);
  expect(packed.byteLength).toBeLessThan(bytes.byteLength / 10);
  expect(gunzipSync(await fromBrotli(packed, 'gzip'))).toEqual(bytes);
  expect(await fromBrotli(packed, 'identity')).toEqual(bytes);
});
