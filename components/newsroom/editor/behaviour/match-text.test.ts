import { expect, test } from 'vitest';
import { makePattern, matchesIn, type Wanted } from './match-text';

const count = (text: string, wanted: Wanted) => {
  const pattern = makePattern(wanted);
  return pattern ? matchesIn(text, pattern).length : 0;
};
const loose = { isWholeWord: false, isCaseKept: false };

test('signs of regular expressions are letters like others', () => {
  expect(count('a.b (a.b) aXb', { text: 'a.b', ...loose })).toBe(2);
  expect(count('f(x) [y] \\d $^', { text: '(x) [y] \\d $^', ...loose })).toBe(1);
});

test('whole words and letters’ case hold in every alphabet', () => {
  const text = 'Порт портовый порт, Նավ նավահանգիստ, liman Limanı';
  expect(count(text, { text: 'порт', ...loose })).toBe(3);
  expect(count(text, { text: 'порт', isWholeWord: true, isCaseKept: false })).toBe(2);
  expect(count(text, { text: 'порт', isWholeWord: true, isCaseKept: true })).toBe(1);
  expect(count(text, { text: 'նավ', isWholeWord: true, isCaseKept: false })).toBe(1);
  expect(count(text, { text: 'liman', isWholeWord: true, isCaseKept: false })).toBe(1);
  expect(count(text, { text: '', ...loose })).toBe(0);
});
