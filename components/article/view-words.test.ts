import { expect, test } from 'vitest';
import ru from '@/messages/ru.json';
import { viewWords } from './view-words.ts';

test.each([
  [1, '1 просмотр'],
  [3, '3 просмотра'],
  [11, '11 просмотров'],
  [12_345, '12\u00a0345 просмотров'],
])('%i views in Russian', (count, words) => {
  expect(viewWords(ru.ViewCount, 'ru', count)).toBe(words);
});
