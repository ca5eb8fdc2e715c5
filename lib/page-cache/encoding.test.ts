import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  fromBrotli,
  LOOSE_QUALITY,
  preferredEncoding,
  prefersGzip,
  tighten,
  toBrotli,
} from './encoding.ts';

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.2, gzip;q=0.8', 'gzip'],
  ['br;q=0.8, gzip;q=0.8', 'br'],
  ['gzip;q=0.5, identity', 'identity'],
  ['*', 'br'],
  ['*, br;q=0', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['identity', 'identity'],
  ['identity;q=0', 'identity'],
  ['x-gzip', 'identity'],
  ['', 'identity'],
  [undefined, 'identity'],
] as const)('a reader who accepts %s gets %s', (accepted, expected) => {
  expect(preferredEncoding(accepted)).toBe(expected);
});

test('a header that was weighed before is answered the same', () => {
  expect(preferredEncoding('gzip;q=0.5, br;q=0.4')).toBe('gzip');
  expect(preferredEncoding('gzip;q=0.5, br;q=0.4')).toBe('gzip');
});

test.each([
  ['gzip, br', true],
  ['br', false],
  ['gzip;q=0', false],
  [undefined, false],
])('a client that accepts %s prefers gzip to no compression or not', (accepted, expected) => {
  expect(prefersGzip(accepted)).toBe(expected);
});

test('every coding of a page holds the same bytes', async () => {
  const bytes = Buffer.from('Пароходство отменило рейс. '.repeat(500));
  const packed = toBrotli(bytes);
  expect(packed.byteLength).toBeLessThan(bytes.byteLength / 10);
  expect(gunzipSync(await fromBrotli(packed, 'gzip'))).toEqual(bytes);
  expect(await fromBrotli(packed, 'identity')).toEqual(bytes);
});

test('a quickly compressed page is compressed better for the second reader, with the same content', async () => {
  const words = Array.from({ length: 5000 }, (_, n) => `${(n * 7919) % 613} волна `).join('');
  const loose = toBrotli(Buffer.from(words), LOOSE_QUALITY);
  const page = { encoded: new Map([['br', loose]]), isLoose: true } as Parameters<
    typeof tighten
  >[0];
  await tighten(page);
  expect(page.isLoose).toBe(false);
  const tight = page.encoded.get('br') as Buffer;
  expect(tight.byteLength).toBeLessThan(loose.byteLength);
  expect((await fromBrotli(tight, 'identity')).toString()).toBe(words);
});
