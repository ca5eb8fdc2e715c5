import { expect, test } from 'vitest';
import type { Body } from './body/body.ts';
import { plainText } from './body/plain-text.ts';
import { readingMinutes } from './reading-time.ts';

const body: Body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Tolls' }] },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'ferries' }] }],
        },
      ],
    },
    { type: 'horizontalRule' },
    {
      type: 'pullQuote',
      attrs: { attribution: 'Ana Vell' },
      content: [{ type: 'text', text: 'We pay twice.' }],
    },
  ],
};

test('the plain text of a body is its words, a block a line', () => {
  expect(plainText(body)).toBe('Tolls\nferries\nWe pay twice. Ana Vell');
});

test('reading time is whole minutes and never none', () => {
  expect(readingMinutes('')).toBe(1);
  expect(readingMinutes('слово '.repeat(900))).toBe(5);
});
