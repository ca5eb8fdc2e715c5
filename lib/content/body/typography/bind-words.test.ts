import { expect, test } from 'vitest';
import { bindWords } from './bind-words.ts';

const shown = (text: string) => text.replaceAll('\u00a0', '_');

test('a Russian preposition goes with its word', () => {
  expect(shown(bindWords('Канал, о котором никто и не просил', 'ru'))).toBe(
    'Канал, о_котором никто и_не_просил',
  );
  expect(shown(bindWords('О портах', 'ru'))).toBe('О_портах');
});

test('the end of a longer word is no preposition', () => {
  expect(shown(bindWords('Село у моря', 'ru'))).toBe('Село у_моря');
});

test('a dash stays with what it follows, in every language', () => {
  for (const locale of ['en', 'ru', 'hy', 'az'] as const)
    expect(shown(bindWords('порт — это', locale))).toBe('порт_— это');
});

test('the figures of a number stay together', () => {
  expect(shown(bindWords('34 000 t, 1\u2009234\u2009567 t, 12 45', 'en'))).toBe(
    '34_000 t, 1_234_567 t, 12 45',
  );
});

test('nothing but spaces changes', () => {
  const text = 'Что — если в 34 000 раз «о» и т. д.';
  expect(bindWords(text, 'ru').replaceAll('\u00a0', ' ')).toBe(text);
});
