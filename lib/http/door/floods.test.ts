import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { noteStatus } from '../../page-tags.ts';
import { doorBefore, EMPTY, page } from './testing.ts';

test('a client with an invalid session waits with anonymous clients, and the newsroom does not', async () => {
  const waiting: (() => void)[] = [];
  const { read, lanes } = await doorBefore((request, response) => {
    if (request.headers.cookie === 'newsroom=x') return page(request, response);
    return new Promise<void>((resolve) => {
      waiting.push(() => response.end('sign in', resolve));
    });
  });
  const flood = Array.from({ length: 90 }, (_, n) =>
    read(n % 2 ? '/en/newsroom' : '/api/newsroom/desk', { cookie: `newsroom=made-up-${n}` }),
  );
  await expect.poll(() => lanes.strangers.refused).toBe(90 - 2 - 64);
  expect((await read('/en/newsroom', { cookie: 'newsroom=x' })).status).toBe(200);
  expect((await read('/api/newsroom/desk', { cookie: 'newsroom=x' })).status).toBe(200);
  const freeing = setInterval(() => waiting.splice(0).forEach((finish) => finish()), 1);
  const statuses = (await Promise.all(flood)).map(({ status }) => status);
  clearInterval(freeing);
  expect(statuses.filter((status) => status === 503)).toHaveLength(24);
});

test('a flood of requests for sitemaps is refused', async () => {
  const waiting: (() => void)[] = [];
  const { read, lanes } = await doorBefore(page, {
    shortCuts: {
      sitemap: () => new Promise((resolve) => waiting.push(() => resolve(EMPTY))),
    },
  });
  const flood = Array.from({ length: 90 }, () => read('/en/sitemap-2026-11.xml'));
  await expect.poll(() => lanes.questions.refused).toBe(90 - 2 - 64);
  const freeing = setInterval(() => waiting.splice(0).forEach((finish) => finish()), 1);
  await Promise.all(flood);
  clearInterval(freeing);
});

test('a flood of unknown addresses is refused, and neither pages in memory nor the newsroom wait', async () => {
  const waiting: (() => void)[] = [];
  const { read, answered, lanes } = await doorBefore((request, response) => {
    if (request.url === '/en' || request.headers.cookie) return page(request, response);
    noteStatus(404);
    waiting.push(() => response.end('none'));
  });
  await read('/en');
  const paths = Array.from({ length: 90 }, (_, n) => `/en/post/none-${n}`);
  const flood = paths.map((path) => read(path));
  await expect.poll(() => lanes.pages.refused).toBe(90 - 2 - 64);
  expect((await read('/en')).status).toBe(200);
  expect((await read('/en/newsroom', { cookie: 'newsroom=x' })).status).toBe(200);
  expect((await read('/api/newsroom/desk', { cookie: 'newsroom=x' })).status).toBe(200);
  expect((await read('/api/health/ready')).text).toBe('ready');
  const freeing = setInterval(() => waiting.splice(0).forEach((finish) => finish()), 1);
  const ended = await Promise.all(flood);
  clearInterval(freeing);
  const refused = ended.filter(({ status }) => status === 503);
  expect(new Set(refused.map(({ headers }) => headers['retry-after']))).toEqual(new Set(['2']));
  expect(ended.filter(({ status }) => status === 404)).toHaveLength(66);
  expect(answered.filter(({ isTooMuch, cause }) => isTooMuch && cause === null)).toHaveLength(24);
});

test('a reader in another network does not wait for all requests of one network', async () => {
  const waiting: (() => void)[] = [];
  const { read, lanes } = await doorBefore((request, response) => {
    if (request.url === '/en/post/real') return page(request, response);
    noteStatus(404);
    waiting.push(() => response.end('none'));
  });
  const flood = Array.from({ length: 90 }, (_, n) =>
    read(`/en/post/none-${n}`, { 'x-asker': 'flood' }),
  );
  await expect.poll(() => lanes.pages.refused).toBe(90 - 2 - 64);
  const reader = read('/en/post/real', { 'x-asker': 'reader' });
  // One of the flood made room.
  await expect.poll(() => lanes.pages.refused).toBe(90 - 2 - 64 + 1);
  waiting.splice(0).forEach((finish) => finish());
  expect((await reader).status).toBe(200);
  const freeing = setInterval(() => waiting.splice(0).forEach((finish) => finish()), 1);
  await Promise.all(flood);
  clearInterval(freeing);
  expect(lanes.pages.refused).toBe(90 - 2 - 64 + 1);
});

test('a reader who waits for a page that a flood requested first gets it, though the flood is refused', async () => {
  const waiting: (() => void)[] = [];
  const { read, lanes } = await doorBefore((request, response) => {
    if (request.url === '/en/post/real' || request.url === '/en/post/other')
      return page(request, response);
    noteStatus(404);
    waiting.push(() => response.end('none'));
  });
  const paths = Array.from({ length: 65 }, (_, n) => `/en/post/none-${n}`);
  const flood = [...paths, '/en/post/real'].map((path) => read(path, { 'x-asker': 'flood' }));
  await expect.poll(() => waiting.length).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const joined = read('/en/post/real', { 'x-asker': 'reader' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const other = read('/en/post/other', { 'x-asker': 'other' });
  // The newest task of the flood, the page that the reader waits for, makes room for the other reader.
  await expect.poll(() => lanes.pages.refused).toBeGreaterThan(0);
  const freeing = setInterval(() => waiting.splice(0).forEach((finish) => finish()), 1);
  expect([(await joined).status, (await other).status]).toEqual([200, 200]);
  await Promise.all(flood);
  clearInterval(freeing);
});

test('bodies in transit share one budget, and most of it is reserved for the newsroom', async () => {
  // An answer that does not come leaves its body under way.
  const { port } = await doorBefore(() => {});
  const megabytes = (count: number) => String(count * 1024 * 1024);
  const send = (length: string, cookie = '') => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `PUT /api/newsroom/articles/1 HTTP/1.1\r\nHost: x\r\n${cookie}Content-Length: ${length}\r\n\r\n`,
    );
    let text = '';
    socket.on('data', (part) => (text += part.toString()));
    return { socket, status: () => text.slice(9, 12) };
  };
  const strangers = [send(megabytes(4)), send(megabytes(4))];
  await new Promise((resolve) => setTimeout(resolve, 50));
  const third = send(megabytes(1));
  await expect.poll(third.status).toBe('503');
  const editors = Array.from({ length: 22 }, () => send(megabytes(4), 'Cookie: newsroom=x\r\n'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const last = send(megabytes(1), 'Cookie: newsroom=x\r\n');
  await expect.poll(last.status).toBe('503');
  strangers[0]?.socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const again = send(megabytes(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(again.status()).toBe('');
  for (const { socket } of [...strangers, ...editors, third, last, again]) socket.destroy();
});
