import { expect, test } from 'vitest';
import type { Body } from './body/body.ts';
import { descriptionOf } from './description.ts';

const saying = (text: string): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

test('a description without a standfirst is how the text begins, in whole words', () => {
  const body = saying(`${'word '.repeat(39)}overflowing end`);
  expect(descriptionOf({ standfirst: null, body })).toBe(`${'word '.repeat(39).trim()}…`);
  expect(descriptionOf({ standfirst: 'Short.', body })).toBe('Short.');
  expect(descriptionOf({ standfirst: null, body: { type: 'doc', content: [] } })).toBe('');
});
