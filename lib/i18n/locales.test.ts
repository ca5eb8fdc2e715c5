import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { declarationOf } from './declaration-of.ts';
import { distinctInEveryLocale, inEveryLocale } from './in-every-locale.ts';
import { LOCALE_LABELS, LOCALES } from './locales.ts';

test('the languages are in the order of the switcher', () => {
  expect(LOCALES.slice(0, 4)).toEqual(['en', 'ru', 'hy', 'az']);
  expect(LOCALES.slice(0, 4).map((locale) => LOCALE_LABELS[locale].short)).toEqual([
    'EN',
    'RU',
    'ՀԱՅ',
    'AZ',
  ]);
});

test.each(LOCALES)('%s names twelve months, long and short', (locale) => {
  const { months, shortMonths } = declarationOf(locale);
  expect(months.split(' ')).toHaveLength(12);
  expect(shortMonths.split(' ')).toHaveLength(12);
});

test.each(LOCALES)('the first lines of %s need at most two fonts, which are there', (locale) => {
  const { firstFonts } = declarationOf(locale);
  expect(firstFonts.length).toBeLessThanOrEqual(2);
  expect(firstFonts.filter((file) => !existsSync(`public/fonts/${file}.woff2`))).toEqual([]);
});

test.each(LOCALES)('%s is a code that dates and plurals know', (locale) => {
  expect(Intl.PluralRules.supportedLocalesOf([locale])).toEqual([locale]);
  expect(new Intl.Locale(locale).language).toBe(locale.split('-')[0]);
});

test('no code of a language is another one’s former or other code', () => {
  const codes = LOCALES.flatMap((locale) => {
    const { formerCodes, otherCodes } = declarationOf(locale);
    return [locale, ...formerCodes, ...otherCodes];
  });
  expect(new Set(codes).size).toBe(codes.length);
});

test('words that are not translated are those of the default language', () => {
  const words = inEveryLocale({ en: 'News', ru: 'Новости' });
  expect(words).toMatchObject({ en: 'News', ru: 'Новости', hy: 'News' });
});

test('an untranslated tagline is the name of the language, so that languages can be distinguished', () => {
  expect(distinctInEveryLocale({ en: 'News' })).toMatchObject({ en: 'News', hy: 'Հայերեն' });
});
