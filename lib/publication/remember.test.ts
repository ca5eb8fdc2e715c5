import { beforeEach, expect, test } from 'vitest';
import { collectNotes, noteRead } from '../page-tags.ts';
import { forgetReads, remember } from './remember.ts';

beforeEach(forgetReads);

test('a remembered read serves every page, and each page notes its tags', async () => {
  let reads = 0;
  const read = async () => {
    noteRead(['category:en:sport']);
    return ++reads;
  };
  const pages = await Promise.all([1, 2].map(() => collectNotes(() => remember('a', read))));
  pages.push(await collectNotes(() => remember('a', read)));
  expect(pages.map(({ answer }) => answer)).toEqual([1, 1, 1]);
  for (const { notes } of pages) expect([...notes.tags]).toEqual(['category:en:sport']);
});

test('a read that began before a publication is not used after it', async () => {
  let finish: (answer: string) => void = () => {};
  const before = remember('a', () => new Promise<string>((resolve) => (finish = resolve)));
  forgetReads();
  const after = remember('a', async () => 'new');
  finish('old');
  expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  expect(await remember('a', async () => 'newer')).toBe('new');
});

test('a read that failed is tried again', async () => {
  await expect(remember('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await remember('a', async () => 'up')).toBe('up');
});
