import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../accounts/testing.ts';
import { fixedClock } from '../clock.ts';
import { EVERYTHING } from '../content/desk/desk-query.ts';
import { append } from '../events/append.ts';
import { ensureTarget } from '../events/targets.ts';
import { outbox, outboxTargets } from '../db/schema/outbox.ts';
import { testDatabase } from '../db/testing.ts';
import { ViewCounter } from '../views/counter.ts';
import { listDesk } from './list-desk.ts';
import { readDeskNumbers } from './desk-numbers.ts';
import { importArticles } from '../newsroom/import/import-articles.ts';
import { someArticle } from '../newsroom/testing.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:20:00Z'));
const from = { database, clock };
const HOUR = 3_600_000;

test('a subscriber without a delivery for a minute is listed with the number of events, the time and the reason', async () => {
  const editor = await somebody(from, { role: 'editor' });
  await ensureTarget(database, 'indexnow', clock.now());
  const event = { type: 'front.curated', locale: 'en' } as const;
  for (let row = 0; row < 3; row++) await database.transaction((tx) => append(tx, event));
  const since = new Date(clock.now().getTime() - 30_000);
  await database.update(outbox).set({ at: since });
  expect((await readDeskNumbers(editor, from)).unsent).toEqual([]);
  const earlier = new Date(clock.now().getTime() - 90_000);
  await database.update(outbox).set({ at: earlier });
  await database.update(outboxTargets).set({ lastFailure: 'answered 500' });
  expect((await readDeskNumbers(editor, from)).unsent).toMatchObject([
    { target: 'indexnow', rows: 3, since: earlier.toISOString(), reason: 'answered 500' },
  ]);
});

test('views of the last day are counted by the hour, and older counts are deleted after two days', async () => {
  const user = await somebody(from);
  await importArticles(database, [someArticle({ views: 40 }), someArticle()], []);
  const counter = new ViewCounter({ clock, database: () => database });
  const read = async (readers: number, article = 1) => {
    for (let reader = 0; reader < readers; reader++)
      await counter.count(article, {
        address: `10.0.${article}.${reader}`,
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36',
        purpose: '',
      });
    await counter.flush();
  };
  await read(3);
  await read(2, 2);
  clock.advance(HOUR);
  await read(4);
  const { hours } = await readDeskNumbers(user, from);
  expect(hours).toHaveLength(24);
  expect(hours.slice(-3)).toEqual([
    { hour: '2026-11-24T05:00:00.000Z', views: 0 },
    { hour: '2026-11-24T06:00:00.000Z', views: 5 },
    { hour: '2026-11-24T07:00:00.000Z', views: 4 },
  ]);
  const { rows } = await listDesk(user, { ...EVERYTHING, order: 'views' }, 'en', from);
  expect(rows.map(({ id, views }) => [id, views])).toEqual([
    [1, 47],
    [2, 2],
  ]);
  clock.advance(48 * HOUR);
  await read(1);
  const kept = await database.execute(sql`select views from view_hours order by hour`);
  expect([...kept].map((row) => row['views'])).toEqual([4, 1]);
});
