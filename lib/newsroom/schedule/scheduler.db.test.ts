import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import { readLogAfter } from '../../events/log.ts';
import { revisions } from '../../db/schema/articles.ts';
import { testDatabase } from '../../db/testing.ts';
import { getArticle } from '../../publication/get-article.ts';
import { isArticleVisible } from '../../publication/is-visible.ts';
import { readDeskNumbers } from '../../desk/desk-numbers.ts';
import { publishDue } from './scheduler.ts';
import { commandsOn } from '../commands/testing.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const MINUTE = 60_000;
const { create, run } = commandsOn(from);

test('three workers publish a scheduled article once, at its own time, with one event', async () => {
  const user = await somebody(from);
  const ids: number[] = [];
  const at = new Date(clock.now().getTime() + 10 * MINUTE);
  for (let index = 0; index < 6; index++) {
    const id = await create(user, `Ferry ${index}`);
    expect(await run(user, 'schedule', id, { version: 1, at: at.toISOString() })).toMatchObject({
      ok: true,
    });
    ids.push(id);
  }
  await run(user, 'unschedule', ids[5] ?? 0);
  const fail = (cause: unknown) => {
    throw cause;
  };
  expect(await publishDue(fail, from)).toBe(0);
  clock.advance(11 * MINUTE);
  expect(await readDeskNumbers(user, from)).toMatchObject({ overdueTotal: 5 });
  const counts = await Promise.all([1, 2, 3].map(() => publishDue(fail, from)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(5);
  const log = await readLogAfter(database, 0, 100);
  expect(log.map(({ event }) => event?.type)).toEqual(Array(5).fill('article.published'));
  expect(await getArticle('en', 'ferry-0', from)).toMatchObject({
    article: { publishedAt: at.toISOString() },
  });
  expect(await getArticle('en', 'ferry-5', from)).toEqual({ kind: 'missing' });
  expect(await readDeskNumbers(user, from)).toMatchObject({ overdueTotal: 0 });
});

test('a due article that cannot be published does not block the others', async () => {
  const user = await somebody(from);
  const [broken, sound] = [await create(user, 'Broken'), await create(user, 'Sound')];
  const at = new Date(clock.now().getTime() + MINUTE).toISOString();
  for (const id of [broken, sound]) await run(user, 'schedule', id, { version: 1, at });
  await database.delete(revisions).where(eq(revisions.articleId, broken));
  clock.advance(2 * MINUTE);
  const failed: number[] = [];
  expect(await publishDue((_, id) => failed.push(id), from)).toBe(1);
  expect(failed).toEqual([broken]);
  expect(await isArticleVisible(sound, from)).toBe(true);
});
