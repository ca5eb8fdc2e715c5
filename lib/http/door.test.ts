import {
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import { noteStatus } from '../page-tags.ts';
import { openLanes } from '../lanes.ts';
import { createDoor } from './door.ts';
import type { Answered, DoorOptions, ShortCuts } from './door-options.ts';
import { PageCache } from '../page-cache/page-cache.ts';

const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((server) => server.close()));

const EMPTY = { status: 200, headers: {} };

/** A door before a framework that the test plays, and a way through it that spells an address as it is given. */
async function doorBefore(
  framework: RequestListener,
  {
    shortCuts,
    ...options
  }: Partial<Omit<DoorOptions, 'shortCuts'>> & {
    shortCuts?: Partial<ShortCuts>;
  } = {},
) {
  const answered: Answered[] = [];
  const lanes = openLanes();
  const askerOf = (request: IncomingMessage) => String(request.headers['x-asker'] ?? '');
  const pageCache = new PageCache({
    listener: framework,
    lanes,
    askerOf,
    clock: fixedClock(new Date('2026-11-24T06:00:00Z')),
    host: 'news.example',
    limit: 1_000_000,
    scripts: { first: '', main: '', outdated: '', framework: [] },
    styles: {},
  });
  const server = createDoor({
    transport: null,
    pageCache,
    lanes,
    framework,
    hasSession: (request) => request.headers.cookie !== undefined,
    isOfNewsroom: async (request) => request.headers.cookie === 'newsroom=x',
    shortCuts: {
      views: async () => EMPTY,
      sitemap: async () => null,
      health: async () => ({ ...EMPTY, body: 'ready' }),
      metrics: async () => EMPTY,
      media: async () => ({ ...EMPTY, status: 404 }),
      ...shortCuts,
    },
    redirects: async () => null,
    headers: {},
    assets: null,
    clientAddress: () => '',
    askerOf,
    hosts: null,
    isStopping: () => false,
    onWritten: () => {},
    onAnswered: (one) => void answered.push(one),
    ...options,
  }).listen(0, '127.0.0.1');
  open.push({
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const read = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>(
      (resolve, reject) => {
        ask({ port, host: '127.0.0.1', path, headers, method }, (answer) => {
          let text = '';
          answer.on('data', (part: Buffer) => (text += part.toString()));
          answer.once('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
          );
        })
          .once('error', reject)
          .end();
      },
    );
  return { read, answered, lanes, port };
}

const page: RequestListener = (request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`page ${request.url}`);
};

test('the framework’s header for parts of a page changes nothing of a reader’s page', async () => {
  let renders = 0;
  const { read } = await doorBefore((request, response) => {
    renders++;
    page(request, response);
  });
  const whole = await read('/en');
  const asked = await read('/en', { rsc: '1', 'next-router-prefetch': '1' });
  expect([asked.status, asked.text, renders]).toEqual([200, whole.text, 1]);
});

test('whoever comes to the newsroom with a made-up session waits with strangers, and the newsroom does not', async () => {
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

test('a file is answered 304 to whoever has it, in each way to say so', async () => {
  const { read } = await doorBefore(page, {
    assets: (_, response) => {
      const headers = { ETag: 'W/"9-1"', 'Last-Modified': 'Tue, 24 Nov 2026 06:00:00 GMT' };
      response.writeHead(200, headers).end('of a file');
    },
  });
  const statusOf = async (headers: Record<string, string>) =>
    (await read('/logo.png', headers)).status;
  expect((await read('/logo.png')).text).toBe('of a file');
  for (const tag of ['*', 'W/"9-1"', '"9-1"', '"0", W/"9-1"'])
    expect([tag, await statusOf({ 'if-none-match': tag })]).toEqual([tag, 304]);
  expect(await statusOf({ 'if-none-match': '"0"' })).toBe(200);
  expect(await statusOf({ 'if-modified-since': 'Tue, 24 Nov 2026 06:00:00 GMT' })).toBe(304);
  expect(await statusOf({ 'if-modified-since': 'Tue, 24 Nov 2026 05:59:59 GMT' })).toBe(200);
});

test('a flood of sitemaps is refused in its turn', async () => {
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

test('an address whose bytes are no text is refused in every form', async () => {
  const { read } = await doorBefore(page);
  for (const path of ['/en/post/%c0%af', '/%c0%af', '/media/%c0%af', '/api/newsroom/%ff'])
    for (const headers of [{}, { rsc: '1' }] as Record<string, string>[])
      expect([path, (await read(path, headers)).status]).toEqual([path, 400]);
});

test('a flood of what nobody knows is refused in its turn, and neither pages in memory nor the newsroom wait', async () => {
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

test('a reader elsewhere does not wait for all that one network asks for', async () => {
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

test('a reader who waits for a page that a flood asked for first gets it, though the flood is refused', async () => {
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

test('whoever follows what is published hears when the newsroom may have written, not when it read', async () => {
  let written = 0;
  const { read } = await doorBefore(page, { onWritten: () => void written++ });
  await read('/api/newsroom/desk', { cookie: 'newsroom=x' });
  expect(written).toBe(0);
  await read('/api/newsroom/article', { cookie: 'newsroom=x' }, 'POST');
  expect(written).toBe(1);
});

test('bodies under way share one budget, and strangers leave most of it to the newsroom', async () => {
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

test('a page names every feature of a browser’s that it does without', async () => {
  const { read } = await doorBefore(page);
  const { headers } = await read('/en');
  expect(headers['permissions-policy']).toMatch(/camera=\(\), .*web-share=\(self\)/);
});

test('no credential is logged, whatever the answer', async () => {
  const { read, answered } = await doorBefore((_, response) => {
    response.statusCode = 500;
    response.end();
  });
  await read('/en/newsroom/join/ToKen');
  await read('/en/preview/ToKen', { cookie: 'newsroom=x' });
  expect(answered.map(({ path }) => path)).toEqual(['/en/newsroom/join/…', '/en/preview/…']);
});
