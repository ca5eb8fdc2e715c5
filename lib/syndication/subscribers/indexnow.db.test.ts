/** IndexNow against an endpoint that misbehaves in every way that its makers and its network know. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { fixedClock } from '../../clock.ts';
import { ensureTarget, readTarget } from '../../events/targets.ts';
import { testDatabase } from '../../db/testing.ts';
import { someAppearance } from '../../events/testing.ts';
import { importArticles } from '../../newsroom/import/import-articles.ts';
import { someArticle } from '../../newsroom/testing.ts';
import { deliver } from '../../events/deliver.ts';
import { indexNow } from './indexnow.ts';
import { answering, outsider, type Outsider } from '../testing.ts';

const database = await testDatabase();
const NOW = new Date('2026-11-24T06:00:00Z');
const SITE = 'https://news.example';
const open: Outsider[] = [];
afterEach(() => open.splice(0).forEach((each) => each.close()));

type Behaviour = Parameters<typeof outsider>[number];

/** One story is delivered to an endpoint; what came of it, and how long it will be left alone. */
async function deliverOnce(endpoint: string) {
  const clock = fixedClock(NOW);
  const target = indexNow({ endpoint, key: 'k3yk3yk3y', site: SITE, patience: 3000 });
  await ensureTarget(database, target.name, clock.now());
  await importArticles(database, [someArticle({ story: 'a', slug: 'a' })], []);
  const turn = await deliver(target, { database, clock });
  const seen = await readTarget(database, target.name);
  const wait = ((seen?.nextTryAt.getTime() ?? 0) - NOW.getTime()) / 1000;
  return { kind: turn.kind, failure: seen?.lastFailure ?? null, wait, isPassed: (seen?.cursor ?? 0) > 0 };
} // prettier-ignore

async function deliverTo(behaviour: Behaviour) {
  const endpoint = await outsider(behaviour);
  open.push(endpoint);
  return deliverOnce(endpoint.url);
}

test.each([200, 202, 204])('%i: it is delivered, and not again', async (status) => {
  expect(await deliverTo(answering(status))).toEqual({ kind: 'delivered', failure: null, wait: 0, isPassed: true }); // prettier-ignore
});

test.each([
  [400, 'what was sent is malformed'],
  [404, 'the endpoint is another’s'],
  [422, 'the addresses are of another host'],
  [301, 'the endpoint has moved: it is not followed with the key'],
])('%i (%s): it is noted and passed over', async (status) => {
  const location = { location: 'https://elsewhere.example/' };
  const { failure, ...rest } = await deliverTo(answering(status, location));
  expect(rest).toEqual({ kind: 'failed', wait: 0, isPassed: true });
  expect(failure).toMatch(new RegExp(`answered ${status}$`));
});

test.each([
  ['403: the key is not found yet', answering(403), 1],
  ['429 without a time', answering(429), 1],
  ['429 with seconds', answering(429, { 'retry-after': '90' }), 90],
  ['429 with a time of a week', answering(429, { 'retry-after': '604800' }), 86_400],
  ['429 with a time that is none', answering(429, { 'retry-after': 'soon' }), 1],
  ['429 with a time that has passed', answering(429, { 'retry-after': 'Tue, 24 Nov 2020 06:00:00 GMT' }), 1],
  ['500', answering(500), 1],
  ['502', answering(502), 1],
  ['503 with seconds', answering(503, { 'retry-after': '30' }), 30],
  ['504', answering(504), 1],
  ['no answer', () => {}, 1],
  ['headers that do not end', (_, response) => void response.socket?.write('HTTP/1.1 200 OK\r\nx-a: '), 1],
  ['no HTTP', (_, response) => void response.socket?.end('220 mail.example ready\r\n'), 1],
  ['an end without an answer', (request) => void request.socket.end(), 1],
  ['a reset', (request) => void request.socket.resetAndDestroy(), 1],
] as const satisfies readonly (readonly [string, Behaviour, number])[])(
  '%s: it comes again, after a while',
  async (_, behaviour, seconds) => {
    const { failure, ...rest } = await deliverTo(behaviour);
    expect(rest).toEqual({ kind: 'failed', wait: seconds, isPassed: false });
    expect(failure).toBeTruthy();
  },
); // prettier-ignore

test('a date in Retry-After is kept to', async () => {
  const at = new Date(Date.now() + 120_000).toUTCString();
  const { wait } = await deliverTo(answering(429, { 'retry-after': at }));
  expect(wait).toBeGreaterThan(60);
  expect(wait).toBeLessThanOrEqual(121);
});

test('an answer whose body never ends is an answer', async () => {
  const drip: Behaviour = (_, response) => {
    response.writeHead(200);
    response.write('{"a":');
  };
  expect(await deliverTo(drip)).toMatchObject({ kind: 'delivered', isPassed: true });
});

test('a refused connection comes again', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const { failure, ...rest } = await deliverOnce(`http://127.0.0.1:${port}/`);
  expect(rest).toEqual({ kind: 'failed', wait: 1, isPassed: false });
  expect(failure).toContain('ECONNREFUSED');
});

test('of many addresses no request holds more than ten thousand, and each is delivered once', async () => {
  const count = 10_050;
  await importArticles(database, [someArticle({ story: 'a', slug: 'a' })], []);
  await database.execute(
    sql`insert into stories (key, category_id) select 'many-' || n, (select category_id from stories limit 1) from generate_series(1, ${count}::integer) n`,
  );
  await database.execute(
    sql`insert into articles (story_id, category_id, locale, status, slug, headline, body, reading_minutes, published_at)
      select id, category_id, 'en', 'published', key, 'H', '{"type":"doc","content":[]}', 1, '2026-11-20' from stories where key like 'many-%'`,
  );
  const endpoint = await outsider(answering(200));
  open.push(endpoint);
  const target = indexNow({ endpoint: endpoint.url, key: 'k3yk3yk3y', site: SITE });
  const appearances = Array.from({ length: count }, (_, at) =>
    someAppearance({ slug: `many-${at + 1}` }),
  );
  const event = { type: 'articles.imported', appearances } as const;
  expect(await target.deliver([event], { database, clock: fixedClock(NOW) })).toEqual({
    kind: 'delivered',
  });
  const lists = endpoint.received.map(
    (body) => (JSON.parse(body) as { urlList: string[] }).urlList,
  );
  expect(lists.map(({ length }) => length)).toEqual([10_000, 50]);
  expect(new Set(lists.flat()).size).toBe(count);
});
