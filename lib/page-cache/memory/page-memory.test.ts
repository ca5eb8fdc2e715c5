import { expect, test } from 'vitest';
import { PageMemory, type Page } from './page-memory.ts';

const page = (bytes: number, ...tags: string[]): Page => ({
  contentType: 'text/html',
  etag: '"x"',
  encoded: new Map([['br', Buffer.alloc(bytes)]]),
  tags: new Set(tags),
  headers: {},
  staleAt: Infinity,
  isInvalid: false,
  isLoose: false,
  status: 200,
  modifiedAt: null,
  data: null,
});

test('an invalidated tag marks just the pages that were made of it', () => {
  const memory = new PageMemory(1_000_000);
  memory.set('/en', page(10, 'front:en', 'article:1'));
  memory.set('/en/post/a', page(10, 'article:1'));
  memory.set('/en/post/b', page(10, 'article:2'));
  expect(memory.invalidate(['article:1', 'article:9'])).toBe(2);
  expect(memory.invalidate(['article:1'])).toBe(0);
  const marked = ['/en', '/en/post/a', '/en/post/b'].map((path) => memory.get(path)?.isInvalid);
  expect(marked).toEqual([true, true, false]);
  expect(memory.invalidate(null)).toBe(1);
});

test('memory stays within its limit, and what was read last stays', () => {
  const memory = new PageMemory(30_000);
  for (let n = 0; n < 3; n++) memory.set(`/en/post/${n}`, page(7000));
  memory.get('/en/post/0');
  memory.set('/en/post/3', page(7000));
  expect(memory.bytes).toBeLessThanOrEqual(30_000);
  expect(memory.get('/en/post/0')).toBeDefined();
  expect(memory.get('/en/post/1')).toBeUndefined();
});

test('a page larger than the whole memory is not kept and pushes nothing out', () => {
  const memory = new PageMemory(10_000);
  memory.set('/en', page(100));
  memory.set('/en/post/huge', page(20_000));
  expect(memory.count).toBe(1);
});

test('an encoding that was added later is counted, and a page that goes gives every byte back', () => {
  const memory = new PageMemory(100_000);
  const kept = page(100, 'front:en');
  memory.set('/en', kept);
  const before = memory.bytes;
  kept.encoded.set('gzip', Buffer.alloc(500));
  memory.set('/en', kept);
  expect(memory.bytes - before).toBe(500);
  memory.delete('/en');
  expect(memory.bytes).toBe(0);
  expect(memory.invalidate(['front:en'])).toBe(0);
});

test('a memory of no bytes keeps no page', () => {
  const memory = new PageMemory(0);
  memory.set('/en', page(0, 'front:en'));
  expect(memory.get('/en')).toBeUndefined();
  expect(memory.invalidate(['front:en'])).toBe(0);
});

test('the tags of a page that was pushed out lead nowhere', () => {
  const memory = new PageMemory(10_000);
  memory.set('/en', page(7000, 'front:en'));
  memory.set('/ru', page(7000, 'front:ru'));
  expect(memory.invalidate(['front:en'])).toBe(0);
  expect(memory.invalidate(['front:ru'])).toBe(1);
});

test('a page that became too large is kept no longer', () => {
  const memory = new PageMemory(10_000);
  const kept = page(100);
  memory.set('/en', kept);
  kept.encoded.set('identity', Buffer.alloc(20_000));
  memory.set('/en', kept);
  expect(memory.get('/en')).toBeUndefined();
  expect(memory.bytes).toBe(0);
});
