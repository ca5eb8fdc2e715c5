import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { databaseClock, setDatabaseClock, systemClock } from '../../clock.ts';
import { articles } from '../../db/schema/articles.ts';
import { frontPins } from '../../db/schema/fronts.ts';
import { testDatabase } from '../../db/testing.ts';
import { follow, peek } from '../../events/follow.ts';
import { readLogAfter } from '../../events/log.ts';
import { isArticleVisible } from '../../publication/is-visible.ts';
import { FRONT_COMMANDS } from '../commands/front.generated.ts';
import { endDue, hideAhead, releaseDue } from './due.ts';
import { importArticles } from '../import/import-articles.ts';
import { clockWatch, startScheduler } from './scheduler.ts';
import { someArticle } from '../testing.ts';

const database = await testDatabase();
const from = { database, clock: systemClock };
const HOUR = 3_600_000;
const inTime = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

const write = (...fields: Parameters<typeof someArticle>[0][]) =>
  importArticles(database, fields.map(someArticle), []);
/** Has the end of the embargo of every article come, which the test cannot wait for. */
async function endEmbargoes() {
  await database.update(articles).set({ embargoUntil: new Date(Date.now() - 1000) });
  await database.update(articles).set({ releasesAt: new Date(Date.now() - 1000) });
}
const eventsOf = async (type: string) =>
  (await readLogAfter(database, 0, 100)).flatMap(({ event }) =>
    event?.type === type ? [event] : [],
  );
const isMarked = async (id: number) => {
  const [row] = await database
    .select({ at: articles.releasesAt })
    .from(articles)
    .where(eq(articles.id, id));
  return row?.at !== null;
};

test('an article whose embargo has ended is released once by three workers, with one event', async () => {
  await write({ embargoUntil: inTime(HOUR), topics: ['coast'] });
  await endEmbargoes();
  const counts = await Promise.all([1, 2, 3].map(() => releaseDue(database)));
  expect(counts.toSorted()).toEqual([0, 0, 1]);
  expect(await eventsOf('article.released')).toMatchObject([
    { appearances: [{ articleId: 1, topics: ['coast'] }] },
  ]);
});

test('more articles than one batch holds are released in one call', async () => {
  await write(...Array.from({ length: 101 }, () => ({ embargoUntil: inTime(HOUR) })));
  await endEmbargoes();
  expect(await releaseDue(database)).toBe(101);
});

test('nothing is released before its embargo ends', async () => {
  await write({ embargoUntil: inTime(HOUR) });
  expect(await releaseDue(database)).toBe(0);
});

test('an article of a later date is released when the date comes', async () => {
  await write({ publishedAt: inTime(HOUR) });
  expect(await isMarked(1)).toBe(true);
});

test.each([
  ['a draft', { status: 'draft', embargoUntil: inTime(HOUR) }],
  ['an article that readers may see', { embargoUntil: inTime(-HOUR) }],
] as const)('%s is not to be released', async (_, fields) => {
  await write(fields);
  expect(await isMarked(1)).toBe(false);
});

test('an article that is withdrawn under its embargo is not to be released', async () => {
  await write({ embargoUntil: inTime(HOUR) });
  await database.update(articles).set({ status: 'withdrawn' });
  expect(await isMarked(1)).toBe(false);
});

test('an article that is changed after its embargo, before its event, is still released', async () => {
  const embargoUntil = new Date(Date.now() - 1000);
  await write({ embargoUntil: embargoUntil.toISOString() });
  await database.update(articles).set({ releasesAt: embargoUntil });
  await database.update(articles).set({ status: 'published', headline: 'Changed' });
  expect(await releaseDue(database)).toBe(1);
});

test('an article whose time is in the future again is hidden once, and released a second time', async () => {
  await write({ embargoUntil: inTime(HOUR) });
  // As after a release by a clock that was an hour ahead.
  await database.update(articles).set({ releasesAt: null });
  expect([await hideAhead(database), await hideAhead(database)]).toEqual([1, 0]);
  expect(await eventsOf('clock.set-back')).toMatchObject([{ appearances: [{ articleId: 1 }] }]);
  expect(await isMarked(1)).toBe(true);
});

test('pins and a breaking-news line that are over are removed, each with one event', async () => {
  await write({}, {});
  const chief = await somebody(from);
  const until = new Date(Date.now() + HOUR);
  await FRONT_COMMANDS.pins.run(
    chief,
    'en',
    { version: 0, pins: [{ position: 0, articleId: 1, until }] },
    from,
  );
  const line = { version: 1, text: 'The dam breaks', articleId: null, until };
  await FRONT_COMMANDS.breaking.run(chief, 'en', line, from);
  expect(await endDue(database)).toBe(0);
  await database.update(frontPins).set({ until: new Date(Date.now() - 1000) });
  await database.execute(sql`update fronts set breaking_until = now() - interval '1 second'`);
  const counts = await Promise.all([endDue(database), endDue(database)]);
  expect(counts.toSorted()).toEqual([0, 2]);
  expect(await eventsOf('pins.ended')).toEqual([{ type: 'pins.ended', locale: 'en' }]);
  expect(await eventsOf('breaking.ended')).toEqual([{ type: 'breaking.ended', locale: 'en' }]);
});

test('a process whose clock is behind sees an article as soon as it follows its release', async () => {
  await write({ embargoUntil: inTime(500) });
  const seen: boolean[] = [];
  const follower = await follow({
    database,
    interval: 20,
    onRows: (rows) => {
      if (!rows.some(({ event }) => event?.type === 'article.released')) return;
      void isArticleVisible(1, { database, clock: databaseClock }).then((isIt) => seen.push(isIt));
    },
  });
  // As far behind as an answer of the database may leave it.
  const { now } = await peek(database);
  setDatabaseClock(new Date(now.getTime() - 5000), 0);
  setDatabaseClock(new Date(now.getTime() - 90), 0);
  const failures: unknown[] = [];
  const scheduler = startScheduler((cause) => failures.push(cause), from);
  await expect.poll(() => seen, { timeout: 10_000, interval: 20 }).toEqual([true]);
  await scheduler.stop();
  await follower.stop();
  expect(failures).toEqual([]);
});

test('what became due while no process ran is released at the first look', async () => {
  await write({ embargoUntil: inTime(HOUR) });
  await endEmbargoes();
  const scheduler = startScheduler((cause) => expect.fail(String(cause)), from);
  await expect.poll(() => eventsOf('article.released'), { timeout: 10_000 }).toHaveLength(1);
  await scheduler.stop();
});

const startsAt = 1_000_000;
const at = (milliseconds: number) => new Date(startsAt + milliseconds);

test('a clock that goes on is not taken for one that was set back', () => {
  const isSetBack = clockWatch();
  isSetBack(at(0), 0, 10);
  // The answer before may have been as old as its request, and this one is as new as its own.
  expect(isSetBack(at(2000), 2000, 2030)).toBe(false);
  expect(isSetBack(at(4100), 4010, 4090)).toBe(false);
});

test('a clock that was set back by less than the time between two looks is noticed', () => {
  const isSetBack = clockWatch();
  isSetBack(at(0), 0, 10);
  expect(isSetBack(at(1000), 2000, 2010)).toBe(true);
});
