import { describe, expect, test } from 'vitest';
import type { Locale } from '../i18n/locales.ts';
import { searchText, searchWords, spelledWords, splitWords } from './search-text.ts';

const SAME: [Locale, string, string][] = [
  ['en', 'zara\u00adthus\u00adtrian', 'zarathustrian'],
  ['en', 'pala\u200bveriana', 'palaveriana'],
  ['en', '\u2060\ufeffward\u200d', 'ward'],
  ['en', 'Erdoğan', 'Erdogan'],
  ['en', 'Šefčovič', 'sefcovic'],
  ['en', 'Łódź', 'Lodz'],
  ['en', 'œuvre', 'oeuvre'],
  ['en', 'Ærø', 'aero'],
  ['en', 'Curac\u0327ao', 'Curaçao'],
  ['en', 'Stra\u00dfe', 'strasse'],
  ['en', 'of\ufb01ce', 'office'],
  ['az', 'məktəb', 'mekteb'],
  ['az', 'Gəncədə', 'gencede'],
  ['az', 'FIFA', 'fifa'],
  ['az', 'INTERPOL', 'İNTERPOL'],
  ['az', 'DANIŞIQ', 'danışıq'],
  ['az', 'İRAN', 'iran'],
  ['az', 'məs’ul', "mes'ul"],
  ['az', 'məs’ul', 'məsul'],
  ['ru', 'зоро\u00adастрий\u00adцев', 'зороастрийцев'],
  ['ru', 'нашёл ёжевику', 'нашел ежевику'],
  ['ru', 'за\u0301мок', 'замок'],
  ['ru', 'йогурт и\u0306', 'йогурт й'],
  ['ru', 'Mocква', 'Москва'],
  ['hy', 'ԵՐԵՎԱՆ', 'Երևան'],
  ['hy', 'Երեւան', 'Երևան'],
  ['hy', 'Սեւան', 'ՍԵՎԱՆ'],
  ['hy', 'Ինչպե՞ս', 'ինչպես'],
];

test.each(SAME)('%s: %s and %s are one word', (locale, one, other) => {
  expect(searchText(one, locale)).toBe(searchText(other, locale));
  expect(searchWords(one, locale)).toHaveLength(other.split(' ').length);
});

test('й is no и, as the endings of Russian need it', () => {
  expect(searchText('Новый йод', 'ru')).toBe('новый йод');
});

test('Latin words among Russian ones stay Latin', () => {
  expect(searchText('компания Apple', 'ru')).toBe('компания apple');
});

describe('splitWords', () => {
  test.each(SAME.filter(([, one]) => !one.includes(' ')))('%s: %s is one piece', (locale, one) => {
    expect(splitWords(`(${one})`, locale)).toEqual(['(', one, ')']);
  });
});

test('a word is proposed as it is written, not as it is searched for', () => {
  expect([...spelledWords('FIFA Məktə\u00adbi: «Şəhər»', 'az')]).toEqual([
    ['fifa', 'FIFA'],
    ['mektebi', 'məktəbi'],
    ['seher', 'şəhər'],
  ]);
});

test('control characters part words', () => {
  expect(searchText('a\u0000b', 'en')).toBe('a b');
});
