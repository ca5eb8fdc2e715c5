import { expect, test } from 'vitest';
import { bodySchema } from './body.ts';
import { isHref } from './href.ts';
import { linkAddress } from '../html/addresses.ts';

const LEAVING = ['//evil.example', '/\\evil.example', '/\t/evil.example', '/\n\\evil.example'];

test.each([
  ...LEAVING,
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'https://',
  '\\\\evil.example',
])('no link of ours is written %j', (address) => expect(isHref(address)).toBe(false));

test.each([
  '/en/about',
  '/en/post/a?b=c#d',
  '#note-1',
  'https://news.example/a b',
  'mailto:a@b.example',
])('a link may be written %j', (address) => expect(isHref(address)).toBe(true));

test.each(LEAVING)(
  'an address %j that leaves the site is kept as the one that it is',
  (address) => {
    expect(linkAddress(address, null)).toBe('https://evil.example/');
  },
);

test('an embed is stored by the address that its service gives it', () => {
  const embed = (url: string) => ({
    type: 'doc',
    content: [{ type: 'embed', attrs: { provider: 'youtube', url } }],
  });
  const read = bodySchema.parse(embed('https://youtu.be/abcdefghijk?si=tracking'));
  expect(read).toEqual(embed('https://www.youtube.com/watch?v=abcdefghijk'));
});
