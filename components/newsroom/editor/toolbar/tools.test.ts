import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TOOLS } from './tools';

test('tools stand by what they do: headings, marks, lists, quotes, then what is set in', () => {
  expect(TOOLS.map(({ name }) => name).join(' ')).toMatch(
    /^heading2 heading3 heading4 bold italic .*code bulletList orderedList blockquote pullQuote .*footnote .*table codeBlock horizontalRule/,
  );
});

test('no two tools have one key', () => {
  const keys = TOOLS.map(({ key }) => key);
  expect(keys).toEqual([...new Set(keys)]);
});

test('every tool has an icon', () => {
  const icons = readFileSync('public/newsroom-icons.svg', 'utf8');
  const without = TOOLS.filter(({ name }) => !icons.includes(`<symbol id="${name}"`));
  expect(without).toEqual([]);
});
