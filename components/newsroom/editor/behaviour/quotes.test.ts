import { expect, test } from 'vitest';
import type { Locale } from '@/lib/i18n/locales';
import { quoteFor } from './quotes';

/** Types a line, sign by sign, as the editor would set it. */
const typed = (line: string, locale: Locale): string =>
  [...line].reduce(
    (before, sign) =>
      before + (sign === '"' || sign === "'" ? quoteFor(sign, before, locale) : sign),
    '',
  );

test.each([
  ['en', '"It\'s \'so\'," he said ("no").', '“It’s ‘so’,” he said (“no”).'],
  ['ru', '"Слово "внутри" фразы", — сказал он.', '«Слово „внутри“ фразы», — сказал он.'],
  ['hy', '"Բառ "ներսում" ասաց", ու գնաց', '«Բառ “ներսում” ասաց», ու գնաց'],
  ['az', "\"Söz 'içində'\", dedi. Bakı'nın", '“Söz ‘içində’”, dedi. Bakı’nın'],
] as const)('%s has its own quotation marks', (locale, line, set) => {
  expect(typed(line, locale)).toBe(set);
});
