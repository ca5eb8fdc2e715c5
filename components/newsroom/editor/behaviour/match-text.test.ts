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

test('a word behind İ, whose lower case is two characters, is found where it stands', () => {
  const text = 'İqtisadiyyat: İran və liman';
  const pattern = makePattern({ text: 'LIMAN', ...loose }) as RegExp;
  const [match] = matchesIn(text, pattern);
  expect(text.slice(match?.from, match?.to)).toBe('liman');
});

test('a word with a number behind it is another word', () => {
  const covid = { text: 'COVID', isWholeWord: true, isCaseKept: true };
  expect(count('COVID19 and COVID', covid)).toBe(1);
});

test('a backslash and an n are not the end of a line', () => {
  expect(count('C:\news and a\nb', { text: '\n', ...loose })).toBe(2);
});
