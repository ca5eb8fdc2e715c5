import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { WrittenFrontMatter } from '../content/front-matter/front-matter.ts';
import { claimTarget, ensureTarget, readTarget, settleTarget } from '../events/targets.ts';
import { testDatabase } from '../db/testing.ts';
import { append } from '../events/append.ts';
import { deliver, type Subscriber } from '../events/deliver.ts';
import { addressesOf } from '../events/events.ts';
import { someAppearance } from '../events/testing.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { createDeliveries } from './deliveries.ts';
import { answering, outsider, type Outsider } from './testing.ts';
import { indexNow } from './subscribers/indexnow.ts';
import { webSub } from './subscribers/websub.ts';

const database = await testDatabase();
const NOW = new Date('2026-11-24T06:00:00Z');
const SITE = 'https://news.example';
const open: Outsider[] = [];
afterEach(() => open.splice(0).forEach((each) => each.close()));

const write = (...fields: Partial<WrittenFrontMatter>[]) =>
  importArticles(database, fields.map(someArticle), []);

/** A subscriber that keeps the slugs of what is delivered to it. */
function probe() {
  const seen: string[][] = [];
  const target: Subscriber = {
    name: 'probe',
    deliver: async (events) => {
      seen.push(events.flatMap(addressesOf).map(({ slug }) => slug));
      return { kind: 'delivered' };
    },
  };
  return { seen, target };
}

/** A target that is there since now, and an endpoint that answers as given. */
async function delivering(...behaviours: Parameters<typeof outsider>) {
  const endpoint = await outsider(...behaviours);
  open.push(endpoint);
  const clock = fixedClock(NOW);
  const target = indexNow({ endpoint: endpoint.url, key: 'k3yk3yk3y', site: SITE, patience: 3000 });
  await ensureTarget(database, target.name, clock.now());
  const from = { database, clock };
  const urls = () =>
    endpoint.received.map((body) => (JSON.parse(body) as { urlList: string[] }).urlList);
  return { clock, from, target, urls, endpoint, turn: () => deliver(target, from) };
}

test('IndexNow is notified once of what appeared, changed, moved and was withdrawn, and of no draft', async () => {
  await write({ story: 'before', slug: 'before' });
  const { urls, turn, endpoint } = await delivering(answering(200));
  expect(await turn()).toEqual({ kind: 'idle' });
  await write(
    { story: 'a', slug: 'a' },
    { story: 'b', slug: 'b' },
    { story: 'draft', slug: 'secret', status: 'draft' },
    { story: 'later', slug: 'later', publishedAt: '2026-11-24T07:00:00Z' },
  );
  await write({ story: 'a', slug: 'a-moved' }, { story: 'b', slug: 'b', status: 'withdrawn' });
  expect(await turn()).toEqual({ kind: 'delivered' });
  expect(await turn()).toEqual({ kind: 'idle' });
  expect(urls().map((list) => list.toSorted())).toEqual([
    [`${SITE}/en/post/a`, `${SITE}/en/post/a-moved`, `${SITE}/en/post/b`],
  ]);
  expect(JSON.parse(endpoint.received[0] ?? '')).toMatchObject({
    host: 'news.example',
    key: 'k3yk3yk3y',
    keyLocation: `${SITE}/k3yk3yk3y.txt`,
  });
});

test('what a release without typed events has appended is delivered, too', async () => {
  await write({ story: 'a', slug: 'a' });
  const { turn, urls } = await delivering(answering(200));
  await database.execute(
    sql`insert into outbox (event, tags) values ('update', '["article:1", "slug:en:a", "front:en"]')`,
  );
  expect(await turn()).toEqual({ kind: 'delivered' });
  expect(urls()).toEqual([[`${SITE}/en/post/a`]]);
});

/** A row as a newer release writes it, between two events that this one knows. */
async function withNewerRow(minutesAgo: number) {
  const { seen, target } = probe();
  await ensureTarget(database, target.name, NOW);
  const appendFor = (slug: string) =>
    database.transaction((tx) =>
      append(tx, { type: 'article.updated', appearances: [someAppearance({ slug })] }),
    );
  await appendFor('a');
  await database.execute(sql`insert into outbox (at, event, tags, data)
    values (now() - ${minutesAgo} * interval '1 minute', 'article.sung', '["slug:en:b"]', '{}')`);
  await appendFor('c');
  const clock = fixedClock(NOW);
  return { seen, clock, turn: () => deliver(target, { database, clock }) };
}

test('an event of a newer release is left to the processes of that release', async () => {
  const { seen, clock, turn } = await withNewerRow(0);
  expect(await turn()).toEqual({ kind: 'delivered' });
  expect((await turn()).kind).toBe('failed');
  clock.advance(60_000);
  expect((await turn()).kind).toBe('failed');
  expect(seen).toEqual([['a']]);
});

test('an event of a release that was taken back is passed over', async () => {
  const { seen, turn } = await withNewerRow(11);
  expect(await turn()).toEqual({ kind: 'delivered' });
  expect(seen).toEqual([['a', 'c']]);
});

test('too many requests, failures, silence and broken connections lose nothing and are not hurried', async () => {
  const { clock, turn, urls, target } = await delivering(
    answering(429, { 'retry-after': '90' }),
    answering(500),
    () => {
      // Never answers.
    },
    (request) => request.socket.resetAndDestroy(),
    answering(403),
    answering(200),
  );
  await write({ story: 'a', slug: 'a' });
  const waits: number[] = [];
  for (let failure = 0; failure < 5; failure++) {
    expect((await turn()).kind).toBe('failed');
    const { nextTryAt, failures, cursor } = (await readTarget(database, target.name)) ?? {};
    const wait = (nextTryAt?.getTime() ?? 0) - clock.now().getTime();
    waits.push(wait / 1000);
    expect([failures, cursor]).toEqual([failure + 1, 0]);
    clock.advance(wait - 1);
    expect(await turn()).toEqual({ kind: 'idle' });
    clock.advance(1);
    if (failure === 2) await write({ story: 'b', slug: 'b' });
  }
  expect(waits).toEqual([90, 2, 4, 8, 16]);
  expect(await turn()).toEqual({ kind: 'delivered' });
  expect(urls().at(-1)).toEqual([`${SITE}/en/post/a`, `${SITE}/en/post/b`]);
  expect(await readTarget(database, target.name)).toMatchObject({
    failures: 0,
    lastFailure: null,
    deliveredAt: clock.now(),
  });
});

test('what an endpoint will never have is noted and does not hold up what follows', async () => {
  const { turn, urls, target } = await delivering(answering(422), answering(200));
  await write({ story: 'a', slug: 'a' });
  expect((await turn()).kind).toBe('failed');
  expect((await readTarget(database, target.name))?.lastFailure).toContain('422');
  await write({ story: 'b', slug: 'b' });
  expect(await turn()).toEqual({ kind: 'delivered' });
  expect(urls().at(-1)).toEqual([`${SITE}/en/post/b`]);
});

test('of many processes one delivers, and a claim that ran out is another’s to keep', async () => {
  const { clock, from, target, urls } = await delivering(answering(200));
  await write({ story: 'a', slug: 'a' });
  const turns = await Promise.all(['p', 'q', 'r', 's'].map((who) => deliver(target, from, who)));
  expect(turns.filter(({ kind }) => kind === 'delivered')).toHaveLength(1);
  expect(urls()).toHaveLength(1);

  await write({ story: 'b', slug: 'b' });
  const dead = await claimTarget(database, target.name, {
    by: 'dead',
    now: clock.now(),
    seconds: 120,
  });
  expect(await deliver(target, from, 'p')).toEqual({ kind: 'idle' });
  clock.advance(120_000);
  expect(await deliver(target, from, 'p')).toEqual({ kind: 'delivered' });
  const { cursor } = (await readTarget(database, target.name)) ?? {};
  if (dead)
    await settleTarget(database, dead, { kind: 'failed', reason: 'late', nextTryAt: new Date(0) });
  expect(await readTarget(database, target.name)).toMatchObject({ cursor, lastFailure: null });
});

test('after a restore to an earlier log, newer events are delivered', async () => {
  const clock = fixedClock(NOW);
  const { seen, target } = probe();
  await ensureTarget(database, target.name, clock.now());
  await write({ story: 'a', slug: 'a' });
  await write({ story: 'b', slug: 'b' });
  expect(await deliver(target, { database, clock })).toEqual({ kind: 'delivered' });
  await database.execute(sql`truncate outbox restart identity`);
  await write({ story: 'c', slug: 'c' });
  expect(await deliver(target, { database, clock })).toEqual({ kind: 'delivered' });
  expect(seen.at(-1)).toEqual(['c']);
  expect(await deliver(target, { database, clock })).toEqual({ kind: 'idle' });
});

test('a hub is notified of each feed that follows what changed', async () => {
  const hub = await outsider(answering(204));
  open.push(hub);
  const clock = fixedClock(NOW);
  const target = webSub({ hub: hub.url, site: SITE });
  await ensureTarget(database, target.name, clock.now());
  await write({ story: 'a', locale: 'ru', topics: ['coast'], authors: ['ana-vell'] });
  expect(await deliver(target, { database, clock })).toEqual({ kind: 'delivered' });
  const body = new URLSearchParams(hub.received[0]);
  expect(body.get('hub.mode')).toBe('publish');
  expect(body.getAll('hub.url').toSorted()).toEqual(
    ['', '/author/ana-vell', '/category/analytics', '/topic/coast']
      .flatMap((path) =>
        ['atom.xml', 'feed.json', 'feed.xml'].map((file) => `${SITE}/ru${path}/${file}`),
      )
      .toSorted(),
  );
});

test('the worker delivers at once when it is asked to, and ends', async () => {
  const { seen, target } = probe();
  const worker = createDeliveries({
    database,
    clock: { now: () => new Date() },
    subscribers: [target],
    onFailure: (_, reason) => expect.fail(String(reason)),
  });
  worker.start();
  await expect.poll(() => readTarget(database, 'probe')).not.toBeNull();
  await write({ story: 'a', slug: 'a' });
  worker.deliverNow();
  await expect.poll(() => seen, { timeout: 2000 }).toEqual([['a']]);
  await worker.stop();
});
