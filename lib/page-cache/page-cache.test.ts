import { expect, test } from 'vitest';
import { FRONT_HEADER } from '../front-header.ts';
import { noteRead, noteStatus } from '../page-tags.ts';
import { hashOf } from './finish/policy.ts';
import { cacheBefore } from './testing.ts';

test('a page is rendered once for all who ask for it at the same time', async () => {
  let renders = 0;
  const { read } = await cacheBefore((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<p>render ${++renders}</p>`);
  });
  const answers = await Promise.all(Array.from({ length: 20 }, () => read('/en')));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(
    new Set(['<p>render 1</p>']),
  );
  expect(renders).toBe(1);
});

test('a page is kept until one of its tags is invalidated', async () => {
  let headline = 'Old';
  const { pageCache, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    response.end(headline);
  });
  await read('/en/post/a');
  headline = 'New';
  pageCache.invalidate(['article:8']);
  expect(await (await read('/en/post/a')).text()).toBe('Old');
});

test('the very next reader after an invalidation sees the page rendered again', async () => {
  let headline = 'Old';
  const { pageCache, read } = await cacheBefore((_, response) => {
    noteRead(['article:7']);
    response.end(headline);
  });
  await read('/en/post/a');
  headline = 'New';
  pageCache.invalidate(['article:7']);
  expect(await (await read('/en/post/a')).text()).toBe('New');
});

test('nothing of the reader who came first reaches the render', async () => {
  const { read } = await cacheBefore((request, response) => {
    response.end(JSON.stringify([request.headers, request.url]));
  });
  const answer = await read('/en', { headers: { cookie: 'canary=1', 'x-canary': '1', rsc: '1' } });
  // The marker by which the framework knows that the front has set the headers is ours.
  expect(await answer.json()).toEqual([{ host: 'news.example', [FRONT_HEADER]: '1' }, '/en']);
});

test('a render that fails is answered 503, in the language of the address', async () => {
  const { read } = await cacheBefore((_, response) => {
    response.statusCode = 500;
    response.end('whole');
  });
  const broken = await read('/hy/broken');
  expect([broken.status, broken.headers.get('retry-after')]).toEqual([503, '30']);
  expect(await broken.text()).toContain('<html lang="hy" dir="ltr">');
});

test('missing, withdrawn, moved and failed answers are not among the pages', async () => {
  const { pageCache, read } = await cacheBefore((request, response) => {
    response.statusCode = Number(request.url?.split('/').at(-1));
    response.end('whole');
  });
  for (const status of [404, 410, 308, 500]) await read(`/en/${status}`);
  expect(pageCache.memory.count).toBe(0);
});

test.each([
  ['missing', 404],
  ['withdrawn', 410],
])('a page that says it is %s is answered %i with its own text', async (_, status) => {
  const { read } = await cacheBefore((_request, response) => {
    noteStatus(status as 404 | 410);
    response.end('whole');
  });
  const answer = await read('/en/post/a');
  expect([answer.status, await answer.text()]).toEqual([status, 'whole']);
});

test('a moved page leads to one address, though the framework names it twice', async () => {
  const { read } = await cacheBefore((_, response) => {
    response.statusCode = 308;
    response.setHeader('location', ['/en/post/b', '/en/post/b']);
    response.end();
  });
  const answer = await read('/en/post/a');
  expect([answer.status, answer.headers.get('location')]).toEqual([308, '/en/post/b']);
});

test('a page past its lifetime is still answered, and rendered again in the background', async () => {
  let renders = 0;
  const { clock, read } = await cacheBefore((_, response) => {
    noteRead(['front:en'], 300);
    response.end(`render ${++renders}`);
  });
  await read('/en');
  clock.advance(301_000);
  expect(await (await read('/en')).text()).toBe('render 1');
  await expect.poll(async () => (await read('/en')).text()).toBe('render 2');
});

test('a client that has the page is answered 304', async () => {
  const { read } = await cacheBefore((_, response) => void response.end('Пароход'));
  const known = (await read('/en')).headers.get('etag') ?? '';
  const again = await read('/en', { headers: { 'if-none-match': known } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('a page is sent in the coding that the client accepts', async () => {
  const { read } = await cacheBefore((_, response) => void response.end('Пароход'));
  const packed = await read('/en', { headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toBe('Пароход');
});

test('HEAD says how many bytes the page has', async () => {
  const { read } = await cacheBefore((_, response) => void response.end('Пароход'));
  const head = await read('/en', { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
  expect([head.headers.get('content-length'), await head.text()]).toEqual(['14', '']);
});

test('RFC 9110, 8.8.3: one weak tag stands for every coding of a page', async () => {
  const { read } = await cacheBefore((_, response) => response.end('<p>a</p>'));
  const tags = await Promise.all(
    ['br', 'gzip', 'identity'].map(async (coding) => {
      const answer = await read('/en', { headers: { 'accept-encoding': coding } });
      return answer.headers.get('etag') ?? '';
    }),
  );
  expect(new Set(tags).size).toBe(1);
  expect(tags[0]).toMatch(/^W\/"/);
});

test('RFC 9110, 13.1.2: a client that has any version of the page is answered 304', async () => {
  const { read } = await cacheBefore((_, response) => response.end('<p>a</p>'));
  expect((await read('/en', { headers: { 'if-none-match': '*' } })).status).toBe(304);
});

/** A page with a script that nobody of us wrote, and what is reported of it. */
async function pageWithForeignScript() {
  const reported: unknown[] = [];
  const evil = '<html><head></head><body><script>alert(1)</script></body></html>';
  const { pageCache, read } = await cacheBefore(
    (_, response) =>
      void response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!DOCTYPE html>${evil}`),
    (...foreign) => reported.push(foreign),
  );
  const { headers } = await read('/en/post/a');
  return { counts: pageCache.counts, policy: headers.get('content-security-policy'), reported };
}

test('the policy of a page does not allow a script that is not ours', async () => {
  const { policy } = await pageWithForeignScript();
  expect(policy).toContain(hashOf('main()'));
  expect(policy).not.toContain(hashOf('alert(1)'));
});

test('a script that is not ours is counted and reported with its page', async () => {
  const { counts, reported } = await pageWithForeignScript();
  expect(counts.foreign).toBe(1);
  expect(reported).toEqual([['/en/post/a', '<script>alert(1)</script>']]);
});
