import { expect, test } from 'vitest';
import { countWords } from './count-words.ts';

test.each([
  ['', 'en', 0, 0],
  ['The ferry — late.\nAgain', 'en', 4, 22],
  ['Паром «Звезда» опоздал', 'ru', 3, 22],
  ['Լաստանավը ուշացավ։', 'hy', 2, 18],
])('%j in %s has its words and characters', (text, locale, words, characters) => {
  expect(countWords(text, locale)).toEqual({ words, characters });
});
