import { expect, test } from 'vitest';
import { doorBefore, page } from './testing.ts';

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

test('a conditional request for a file is answered 304, with each kind of validator', async () => {
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

test('an address that is not valid UTF-8 is refused in every form', async () => {
  const { read } = await doorBefore(page);
  for (const path of ['/en/post/%c0%af', '/%c0%af', '/media/%c0%af', '/api/newsroom/%ff'])
    for (const headers of [{}, { rsc: '1' }] as Record<string, string>[])
      expect([path, (await read(path, headers)).status]).toEqual([path, 400]);
});

test('the follower of events is notified when the newsroom may have written, not when it read', async () => {
  let written = 0;
  const { read } = await doorBefore(page, { onWritten: () => void written++ });
  await read('/api/newsroom/desk', { cookie: 'newsroom=x' });
  expect(written).toBe(0);
  await read('/api/newsroom/article', { cookie: 'newsroom=x' }, 'POST');
  expect(written).toBe(1);
});

test('a page’s Permissions-Policy disables every browser feature that it does not use', async () => {
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
