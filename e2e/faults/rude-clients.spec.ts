import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { head, sendRaw } from '../support/raw-request.ts';
import { PORT } from '../support/portal.ts';

const MEGABYTE = 1024 * 1024;

/** A refusal says what it is in its status line, in words, and carries the policy of an answer that is no page. */
function expectRefusal(answer: string, status: number, sentence: RegExp): void {
  expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toMatch(sentence);
  expect(answer).toMatch(/content-security-policy: default-src 'none'/i);
  expect(answer).toMatch(/^connection: close\r$/im);
}

test('a head of a megabyte is refused before it has all come', async () => {
  let sent = 0;
  function* parts() {
    yield head('GET /en').slice(0, -2);
    for (; sent < MEGABYTE; sent += 1024) yield `X-${sent}: ${'x'.repeat(1012)}\r\n`;
  }
  expectRefusal(await sendRaw(parts()), 431, /headers have at most 24576 bytes/);
  expectRefusal(await sendRaw(head(`GET /${'x'.repeat(200_000)}`)), 414, /at most 12000 bytes/);
  expectRefusal(await sendRaw(head(`GET /en?${'x'.repeat(13_000)}`)), 414, /at most 12000 bytes/);
});

test('a packed body is refused, and nothing of it is unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * MEGABYTE));
  const send = (path: string) =>
    sendRaw([
      head(`POST ${path}`, {
        'Content-Encoding': 'gzip',
        'Content-Type': 'application/json',
        'Content-Length': String(bomb.byteLength),
      }),
      bomb,
    ]);
  for (const path of ['/api/newsroom/session', '/api/views/1', '/en', '/api/suggestions/en'])
    expectRefusal(await send(path), 415, /not as gzip/);
});

test('a body that is too long is refused by its length alone, asked before or not', async () => {
  const tooLong = { 'Content-Length': String(5 * MEGABYTE) };
  for (const path of ['/api/newsroom/session', '/api/views/1', '/en/newsroom']) {
    expectRefusal(await sendRaw(head(`POST ${path}`, tooLong)), 413, /a body of at most/);
    // A client that sends the body regardless still gets the reason before the connection closes.
    const whole = [head(`POST ${path}`, tooLong), Buffer.alloc(5 * MEGABYTE, 'x')];
    expectRefusal(await sendRaw(whole), 413, /a body of at most/);
  }
  const asking = head('POST /api/newsroom/session', { ...tooLong, Expect: '100-continue' });
  const answer = await sendRaw(asking);
  expectRefusal(answer, 413, /a body of at most/);
  expect(answer).not.toMatch(/100 Continue/);
  const unknown = head('POST /api/newsroom/session', { 'Transfer-Encoding': 'chunked' });
  expectRefusal(await sendRaw(unknown), 411, /announced with its length/);
});

test('a small body that asks first is let through', async () => {
  const answer = await sendRaw([
    head('POST /api/newsroom/session', { Expect: '100-continue', 'Content-Length': '2' }),
    '{}',
  ]);
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 403 /);
});

test('it is no proxy and changes to no other protocol', async () => {
  for (const target of ['http://example.org/', `http://127.0.0.1:${PORT}/en`, 'example.org:443'])
    expectRefusal(await sendRaw(head(`GET ${target}`)), 400, /no proxy|not a request/);
  expectRefusal(await sendRaw(head('CONNECT example.org:443')), 501, /no tunnel/);
  expectRefusal(
    await sendRaw(head('GET /en', { Connection: 'Upgrade', Upgrade: 'websocket' })),
    501,
    /does not change to another protocol/,
  );
  expectRefusal(await sendRaw(head('TRACE /en')), 501, /TRACE is not known/);
  const http2 = { Connection: 'Upgrade, HTTP2-Settings, close', Upgrade: 'h2c' };
  expect(await sendRaw(head('GET /en', http2))).toMatch(/^HTTP\/1\.1 200 /);
});

test('a request for another site is refused; no response contains the name of that site', async () => {
  for (const host of ['evil.example', `evil.example:${PORT}`, `127.0.0.1.evil.example`, '']) {
    for (const path of ['/en', '/', '/api/suggestions/en?q=a', '/_press/x.js', '/icons.svg']) {
      const answer = await sendRaw(head(`GET ${path}`, { Host: host }));
      expect([path, host, answer.split('\r\n')[0]]).toEqual([
        path,
        host,
        'HTTP/1.1 421 Misdirected Request',
      ]);
      expect(answer).not.toContain('evil');
    }
  }
  for (const host of [`127.0.0.1:${PORT}`, 'localhost', `[::1]:${PORT}`])
    expect(await sendRaw(head('GET /en', { Host: host }))).toMatch(/^HTTP\/1\.1 200 /);
  // Who watches over the process asks for it by its number.
  expect(await sendRaw(head('GET /api/health/ready', { Host: '10.0.0.7:3000' }))).toMatch(
    /^HTTP\/1\.1 200 /,
  );
});

test('two requests in one, as smugglers write them, are none', async () => {
  for (const headers of [
    { 'Content-Length': '5', 'Transfer-Encoding': 'chunked' },
    { 'Transfer-Encoding': 'chunked, identity' },
    { 'Transfer-Encoding': 'xchunked' },
  ]) {
    const hidden = '0\r\n\r\nGET /api/health/live HTTP/1.1\r\nHost: x\r\n\r\n';
    const answer = await sendRaw([head('POST /api/views/1', headers), hidden]);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toHaveLength(1);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|411) /);
  }
});

test('clients that send a byte now and then are ended, and others do not wait for them', async ({
  request,
}) => {
  test.setTimeout(120_000);
  const slow = Array.from({ length: 200 }, () => connect(PORT, '127.0.0.1'));
  const answers = slow.map((socket) => {
    let text = '';
    socket.on('data', (data: Buffer) => (text += data.toString()));
    socket.on('error', () => {});
    socket.write(head('GET /en').slice(0, -2));
    return new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  });
  const dripping = setInterval(() => {
    for (const socket of slow) if (socket.writable) socket.write('X-A: b\r\n');
  }, 500);
  try {
    for (let time = 0; time < 20; time++)
      expect((await request.get('/api/health/live')).status()).toBe(200);
    for (const text of await Promise.all(answers))
      expectRefusal(text, 408, /did not come within 10 s/);
  } finally {
    clearInterval(dripping);
    for (const socket of slow) socket.destroy();
  }
});

test('nobody writes himself another address', async ({ request }) => {
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
  const html = await (await request.get('/en')).text();
  const [, slug] = /href="\/en\/post\/([^"]+)"/.exec(html) ?? [];
  const article = await (await request.get(`/en/post/${slug}`)).text();
  const id = /data-views="(\d+)"|\/api\/views\/(\d+)/.exec(article);
  const path = `/api/views/${id?.[1] ?? id?.[2]}`;
  const views = async (answer: Promise<{ json(): Promise<unknown> }>) =>
    ((await (await answer).json()) as { views: number }).views;
  const before = await views(request.post(path, { headers: browser }));
  expect(before).toBeGreaterThan(0);
  for (let n = 0; n < 50; n++) {
    const forwarded = {
      ...browser,
      'x-forwarded-for': `198.51.100.${n}`,
      'x-real-ip': `192.0.2.${n}`,
    };
    expect(await views(request.post(path, { headers: forwarded }))).toBe(before);
  }
});

test('the metrics are for this machine, and hold no word of what was asked', async ({
  request,
}) => {
  const canary = 'canary-metrics-7f3a';
  await request.get(`/en/post/${canary}`);
  await request.get(`/en/search?q=${canary}`);
  const text = await (await request.get('/api/metrics')).text();
  for (const name of [
    'caliber_requests_total{kind="page",status="404"}',
    'caliber_requests_total{kind="search",status="200"}',
    'caliber_pages_hit_total',
    'caliber_pages_printed_total',
    'caliber_pages_stale_total',
    'caliber_pages_withdrawn_total',
    'caliber_memory_bytes',
    'caliber_outbox_behind_seconds',
    'caliber_outbox_delay_seconds',
    'caliber_render_seconds_bucket{le="0.01"}',
    'nodejs_eventloop_lag_p99_seconds',
  ])
    expect(text).toContain(`${name} `);
  expect(text).not.toContain(canary);
  // By a proxy on this machine, whatever it says: not from here.
  for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded']) {
    const answer = await request.get('/api/metrics', { headers: { [name]: '127.0.0.1' } });
    expect([name, answer.status()]).toEqual([name, 403]);
  }
});
