import { expect, test } from 'vitest';
import { readMarkdown } from '../../content/markdown/parse.ts';
import { readMarkdownAside } from './read-markdown-aside.ts';

const WITHIN = 60_000;

test('a text is read as it is read in place', async () => {
  const text = '# A *b*\n\n- [c](https://d.example)\n  > e[^1]\n\n[^1]: f\n';
  const read = await readMarkdownAside(text, WITHIN);
  expect(read.ok && read.value).toEqual(readMarkdown(text));
});

test.each([
  ['nests deeper than a reader can go', '> '.repeat(8000) + 'a'],
  ['nests deeper than a text does', '> '.repeat(120) + 'a'],
])('a text that %s is refused in a sentence', async (_, text) => {
  const read = await readMarkdownAside(text, WITHIN);
  expect(read.ok || read.refusal).toMatch(/nests too deeply/);
});

test('a text that takes minutes is given up in time, and the next one is read', async () => {
  const begun = performance.now();
  let turns = 0;
  const turning = setInterval(() => turns++, 10);
  const read = await readMarkdownAside('1. '.repeat(20_000), 500);
  clearInterval(turning);
  expect(read.ok).toBe(false);
  expect(performance.now() - begun).toBeLessThan(10_000);
  // Nobody else waited meanwhile.
  expect(turns).toBeGreaterThan(10);
  expect((await readMarkdownAside('a', WITHIN)).ok).toBe(true);
});

test('who waits for a text that takes minutes is read when its time is up', async () => {
  const slow = '1. '.repeat(20_000);
  const asked = [
    readMarkdownAside(slow, 700, '1'),
    readMarkdownAside(slow, 700, '1'),
    readMarkdownAside('sound', WITHIN, '2'),
    readMarkdownAside('sound too', WITHIN, '3'),
  ];
  expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([false, false, true, true]);
});
