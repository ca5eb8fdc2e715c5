import { afterEach, expect, test, vi } from 'vitest';
import { somebody } from '../accounts/testing.ts';
import { databaseClock, systemClock } from '../clock.ts';
import { follow } from '../events/follow.ts';
import { testDatabase } from '../db/testing.ts';
import { countAlarms, readDeskNumbers } from '../desk/desk-numbers.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';
import { isArticleVisible } from './is-visible.ts';

const database = await testDatabase();
const from = { database, clock: databaseClock };
const HOUR = 3_600_000;

afterEach(() => void vi.useRealTimers());
const publishedAt = (hours: number) =>
  importArticles(
    database,
    [someArticle({ publishedAt: new Date(Date.now() + hours * HOUR).toISOString() })],
    [],
  );

/** Has this machine's clock wrong while a portal starts on it. */
async function startWithClock(hoursAhead: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hoursAhead * HOUR });
  const follower = await follow({ database, onRows: () => {} });
  await follower.stop();
}

test('a portal whose machine is ahead shows nothing early', async () => {
  await publishedAt(0.5);
  await startWithClock(1);
  expect(await isArticleVisible(1, { database, clock: systemClock })).toBe(true);
  expect(await isArticleVisible(1, from)).toBe(false);
});

test('a portal whose machine is behind hides nothing that is out', async () => {
  await publishedAt(-0.5);
  await startWithClock(-1);
  expect(await isArticleVisible(1, { database, clock: systemClock })).toBe(false);
  expect(await isArticleVisible(1, from)).toBe(true);
});

test('an article published while the database’s clock was ahead raises an alarm, and is not hidden silently', async () => {
  const chief = await somebody(from);
  await publishedAt(1);
  expect(await readDeskNumbers(chief, from)).toMatchObject({
    ahead: [{ id: 1 }],
    aheadTotal: 1,
    overdueTotal: 0,
  });
  expect(await countAlarms(from)).toEqual({ overdue: 0, ahead: 1 });
});
