import { expect, test } from 'vitest';
import { bodySchema } from './body.ts';
import { cleanText, cleanValue } from './clean-text.ts';

test('a text loses its NULs and control characters, and keeps tabs, lines and real characters', () => {
  expect(cleanText('a\0b\x07c\td\ne 😀 \u00ad')).toBe('abc\td\ne 😀 \u00ad');
});

test('half a surrogate pair becomes the character that stands for what was lost', () => {
  expect(cleanText('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
});

test('every text of a value is cleaned, however deep it lies', () => {
  let deep: unknown = ['\0x'];
  for (let level = 0; level < 50_000; level++) deep = { in: [deep] };
  cleanValue(deep);
  for (let level = 0; level < 50_000; level++) deep = (deep as { in: unknown[] }).in[0];
  expect(deep).toEqual(['x']);
});

test('a body of which a text node is nothing but NUL is still a body', () => {
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '\0' },
          { type: 'text', text: 'Words\0', marks: [{ type: 'bold' }] },
        ],
      },
      { type: 'codeBlock', attrs: { language: '\0' }, content: [{ type: 'text', text: '\0' }] },
    ],
  };
  expect(bodySchema.parse(cleanValue(body)).content[0]).toEqual({
    type: 'paragraph',
    content: [{ type: 'text', text: 'Words', marks: [{ type: 'bold' }] }],
  });
});
