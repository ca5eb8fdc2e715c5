import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import { ROLES } from '../../content/desk/roles.ts';
import { readLogAfter } from '../../events/log.ts';
import { articles } from '../../db/schema/articles.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { testDatabase } from '../../db/testing.ts';
import { readBreaking } from '../../publication/breaking.ts';
import { getFront } from '../../publication/front.ts';
import { FRONT_COMMANDS } from './front.generated.ts';
import { importArticles } from '../import/import-articles.ts';
import { readFrontState } from '../../desk/read-front.ts';
import { someArticle } from '../testing.ts';

const database = await testDatabase();
const NOW = Date.parse('2026-11-24T06:00:00Z');
const HOUR = 3_600_000;
const at = (milliseconds: number) => new Date(NOW + milliseconds);
const storeAt = (milliseconds = 0) => ({ database, clock: fixedClock(at(milliseconds)) });

/** Articles by the hour, the last the newest; ids from 1. */
const write = (...fields: Parameters<typeof someArticle>[0][]) =>
  importArticles(
    database,
    fields.map((field, hour) =>
      someArticle({ publishedAt: `2026-11-2${hour}T10:00:00Z`, ...field }),
    ),
    [],
  );
const pin = (position: number, articleId: number, until = at(HOUR)) => ({
  position,
  articleId,
  until,
});
const lastEvents = async () =>
  (await readLogAfter(database, 0, 100)).slice(-2).map(({ event }) => event);
async function top(milliseconds = 0) {
  const { lead, seconds } = await getFront('en', storeAt(milliseconds));
  return [lead, ...seconds].map((card) => card?.id);
}

test('pinned articles keep their places until the pin ends, and the automatic order fills the rest', async () => {
  await write({}, {}, {}, {});
  const chief = await somebody(storeAt());
  expect(await top()).toEqual([4, 3, 2, 1]);
  expect(
    await FRONT_COMMANDS.pins.run(
      chief,
      'en',
      { version: 0, pins: [pin(0, 1), pin(2, 4)] },
      storeAt(),
    ),
  ).toEqual({ ok: true, value: { version: 1 } });
  expect(await top()).toEqual([1, 3, 4, 2]);
  expect(await top(HOUR)).toEqual([4, 3, 2, 1]);
  expect((await getFront('en', storeAt())).newest.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  await FRONT_COMMANDS.pins.run(chief, 'en', { version: 1, pins: [] }, storeAt());
  expect(await top()).toEqual([4, 3, 2, 1]);
  expect(await lastEvents()).toEqual([
    { type: 'front.curated', locale: 'en' },
    { type: 'front.curated', locale: 'en' },
  ]);
  expect(await database.select().from(auditLog)).toMatchObject([
    { verb: 'curate', userId: chief.id, note: expect.stringContaining('1: 1 (') as string },
    { verb: 'curate', userId: chief.id },
  ]);
});

test('a place that was given to what readers may not see is the rule’s until they may', async () => {
  await write({}, {}, { status: 'draft' }, { embargoUntil: '2026-11-24T06:30:00Z' });
  const chief = await somebody(storeAt());
  const pins = [pin(0, 3), pin(1, 4)];
  expect(await FRONT_COMMANDS.pins.run(chief, 'en', { version: 0, pins }, storeAt())).toMatchObject(
    { ok: true },
  );
  expect(await top()).toEqual([2, 1]);
  expect((await readFrontState(chief, 'en', storeAt()))?.pins).toMatchObject([
    { position: 0, isShown: false },
    { position: 1, isShown: false },
  ]);
  expect(await top(HOUR / 2)).toEqual([2, 4, 1]);
});

test('a front is not given what it cannot show, nor for ever, nor over another’s change', async () => {
  await write({}, { locale: 'ru', headline: 'Паром' }, { status: 'withdrawn' });
  const chief = await somebody(storeAt());
  const refused = async (version: number, ...pins: ReturnType<typeof pin>[]) => {
    const answer = await FRONT_COMMANDS.pins.run(chief, 'en', { version, pins }, storeAt());
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  expect(await refused(0, pin(0, 2))).toBe('invalid');
  expect(await refused(0, pin(0, 3))).toBe('invalid');
  expect(await refused(0, pin(0, 99))).toBe('invalid');
  expect(await refused(0, pin(0, 1, at(0)))).toBe('invalid');
  expect(await refused(0, pin(0, 1, at(32 * 24 * HOUR)))).toBe('invalid');
  expect(await refused(0, pin(0, 1))).toBe('ok');
  expect(await refused(0, pin(0, 1))).toBe('stale');
  expect(await refused(1, pin(1, 1))).toBe('ok');
});

test('a breaking line is shown until its end, and links to its article only when that is published', async () => {
  await write({ slug: 'the-dam' }, { status: 'draft', slug: 'the-dam-breaks' });
  const chief = await somebody(storeAt());
  const wish = { text: 'The dam breaks', articleId: 2, until: at(HOUR) };
  await FRONT_COMMANDS.breaking.run(chief, 'en', { version: 0, ...wish }, storeAt());
  expect(await readBreaking('en', storeAt())).toEqual({ text: 'The dam breaks', article: null });
  expect(await readBreaking('ru', storeAt())).toBeNull();
  expect(await readBreaking('en', storeAt(HOUR))).toBeNull();
  await database
    .update(articles)
    .set({ status: 'published', publishedAt: at(0) })
    .where(eq(articles.id, 2));
  expect(await readBreaking('en', storeAt())).toEqual({
    text: 'The dam breaks',
    article: { id: 2, slug: 'the-dam-breaks' },
  });
  expect(
    await FRONT_COMMANDS['end-breaking'].run(chief, 'en', { version: 1 }, storeAt()),
  ).toMatchObject({ ok: true });
  expect(await readBreaking('en', storeAt())).toBeNull();
  expect(await lastEvents()).toEqual([
    { type: 'breaking.set', locale: 'en' },
    { type: 'breaking.ended', locale: 'en' },
  ]);
});

test.each(ROLES)('a %s changes a front only as an editor-in-chief', async (role) => {
  await write({});
  const user = await somebody(storeAt(), { role });
  const mayCurate = role === 'editor-in-chief';
  const line = { version: 0, text: 'News', articleId: null, until: at(HOUR) };
  const answers = [
    await FRONT_COMMANDS.breaking.run(user, 'en', line, storeAt()),
    await FRONT_COMMANDS.pins.run(user, 'ru', { version: 0, pins: [] }, storeAt()),
    await FRONT_COMMANDS['end-breaking'].run(user, 'hy', { version: 0 }, storeAt()),
  ];
  const refusal = { ok: false, refusal: { code: 'forbidden' } };
  for (const answer of answers) expect(answer).toMatchObject(mayCurate ? { ok: true } : refusal);
  expect((await readFrontState(user, 'en', storeAt())) !== null).toBe(mayCurate);
});
