import { expect, test } from 'vitest';
import { recogniseEmbed } from './embed.ts';

test.each([
  [
    'https://www.youtube.com/watch?v=abcdefghijk&t=10',
    'https://www.youtube.com/watch?v=abcdefghijk',
  ],
  ['https://youtu.be/abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk'],
  ['https://twitter.com/selmeport/status/17', 'https://x.com/selmeport/status/17'],
  ['https://t.me/selmeport/118', 'https://t.me/selmeport/118'],
  ['https://www.instagram.com/p/Cabc123/', 'https://www.instagram.com/p/Cabc123/'],
  [
    'https://www.facebook.com/selme.port/posts/12345',
    'https://www.facebook.com/selme.port/posts/12345',
  ],
])('%s is embedded by its canonical address', (address, url) => {
  expect(recogniseEmbed(address)?.url).toBe(url);
});

test.each([
  'http://t.me/selmeport/118',
  'https://t.me.evil.example/selmeport/118',
  'https://user@t.me/selmeport/118',
  'https://www.youtube.com/watch?v=short',
  'javascript:alert(1)//t.me/a/1',
  'https://x.com/selmeport',
  'not an address',
])('%s is no embed', (address) => {
  expect(recogniseEmbed(address)).toBeNull();
});
