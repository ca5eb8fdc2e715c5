import { expect, test } from 'vitest';
import { SLUG_PATTERN, slugFor } from './slug.ts';

test.each([
  ['Salt & “silence” on the Ardel', 'salt-silence-on-the-ardel'],
  ['Ночной поезд в Корен', 'nochnoy-poezd-v-koren'],
  ['Ինչպե՞ս է փոխվում նավահանգիստը', 'inchpes-e-pokhvum-navahangisty'],
  ['Şəhərin işığı: İmra gölündə qış', 'seherin-isigi-imra-golunde-qis'],
  ['???', ''],
  ['Սևան', 'sevan'],
  ['Սեւան', 'sevan'],
  ['ՍԵՎԱՆ', 'sevan'],
  ['Սեւանում եւ Երեւանում', 'sevanum-yev-yerevanum'],
  ['Նոր ու հին', 'nor-u-hin'],
  ['Հունիս', 'hunis'],
  ['Ինչո՞ւ', 'inchu'],
  ['Ո՞ւր են', 'ur-yen'],
  ['za\u00adra\u200bthu', 'zarathu'],
])('%s', (headline, slug) => {
  expect(slugFor(headline)).toBe(slug);
});

test('a long headline is cut at the end of a word', () => {
  const slug = slugFor('harbour '.repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toMatch(SLUG_PATTERN);
  expect(slug.endsWith('harbour')).toBe(true);
});
