import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import { articles } from '../../db/schema/articles.ts';
import { auditLog, workingCopies } from '../../db/schema/newsroom.ts';
import { testDatabase } from '../../db/testing.ts';
import { cutQuiet, QUIET } from './cut-quiet.ts';
import { importArticles } from '../import/import-articles.ts';
import { listRevisions } from '../../desk/read-article.ts';
import { publishDue } from '../schedule/scheduler.ts';
import { someArticle } from '../testing.ts';
import { commandsOn } from '../commands/testing.ts';
import { fail, saying, workingCopiesOn } from './testing.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const MINUTE = 60_000;
const { create, run } = commandsOn(from);
const { openPage, textsOf, textNow } = workingCopiesOn(from);

test('keeping makes one revision of the text, and none when nothing changed', async () => {
  const user = await somebody(from);
  const page = openPage(user, await create(user));
  await page.send('autosave', saying('One'));
  expect(await page.send('save', saying('One'))).toMatchObject({ value: { version: 2 } });
  expect(await page.send('save', saying('One'))).toMatchObject({ value: { version: 2 } });
  await page.send('autosave', saying('Two'));
  expect(await textsOf(page.id)).toEqual([
    ['', user.id, 'begun'],
    ['One', user.id, 'kept'],
  ]);
  const verbs = (await database.select().from(auditLog)).map(({ verb }) => verb);
  expect(verbs).toEqual(['create', 'save']);
});

test('the text of another user becomes a revision in their name before it is changed', async () => {
  const [one, other] = [await somebody(from), await somebody(from)];
  const id = await create(one);
  const [mine, theirs] = [openPage(one, id), openPage(other, id)];
  await mine.send('autosave', saying('Mine'));
  theirs.sequence = mine.sequence;
  expect(await theirs.send('autosave', saying('Mine, theirs'))).toMatchObject({
    value: { sequence: 2, version: 2 },
  });
  mine.sequence = theirs.sequence;
  // Turn and turn about within a minute makes no more of them.
  await mine.send('autosave', saying('Mine, theirs, mine'));
  expect(await textsOf(id)).toEqual([
    ['', one.id, 'begun'],
    ['Mine', one.id, 'handover'],
  ]);
  theirs.sequence = mine.sequence;
  await theirs.send('save', saying('Both'), { reason: 'merged' });
  expect((await textsOf(id)).slice(2)).toEqual([
    ['Mine, theirs, mine', one.id, 'handover'],
    ['Both', other.id, 'merged'],
  ]);
  expect((await listRevisions(one, id, from))[0]).toMatchObject({
    savedBy: other.name,
    alsoBy: one.name,
  });
});

test('of two texts of one person, in two browsers, the one that is not chosen is a revision', async () => {
  const user = await somebody(from);
  const id = await create(user);
  const [here, there] = [openPage(user, id), openPage(user, id)];
  await there.send('autosave', saying('There'));
  here.sequence = there.sequence;
  await here.send('save', saying('Here'), { reason: 'merged' });
  expect((await textsOf(id)).slice(1)).toEqual([
    ['There', user.id, 'handover'],
    ['Here', user.id, 'merged'],
  ]);
});

test('ten quiet minutes make one revision with three workers, and none of a scheduled article', async () => {
  const user = await somebody(from);
  const [page, waiting] = [openPage(user, await create(user)), openPage(user, await create(user))];
  const at = new Date(clock.now().getTime() + 30 * MINUTE).toISOString();
  await run(user, 'schedule', waiting.id, { version: 1, at });
  await page.send('autosave', saying('Quiet'));
  await waiting.send('autosave', saying('Half a sen'));
  clock.advance(QUIET - 1);
  expect(await cutQuiet(fail, from)).toBe(0);
  clock.advance(1);
  await Promise.all([1, 2, 3].map(() => cutQuiet(fail, from)));
  expect((await textsOf(page.id)).slice(1)).toEqual([['Quiet', user.id, 'quiet']]);
  expect(await page.send('autosave', saying('Quiet no more'))).toMatchObject({
    value: { sequence: 2, version: 2 },
  });
  clock.advance(20 * MINUTE);
  await publishDue(fail, from);
  const [row] = await database.select().from(articles).where(eq(articles.id, waiting.id));
  expect(row).toMatchObject({ status: 'published', version: 1, publishedVersion: 1 });
  expect(await textNow(user, waiting.id)).toBe('Half a sen');
});

test('submitting, a preview link and a translation use the text as it is now', async () => {
  const user = await somebody(from);
  for (const [name, wish, reason] of [
    ['submit', {}, 'submitted'],
    ['preview-link', { version: null, days: 1 }, 'previewed'],
    ['translate', { locale: 'ru' }, 'translated'],
  ] as const) {
    const page = openPage(user, await create(user));
    await page.send('autosave', saying(`For ${name}`));
    const answer = await run(user, name, page.id, wish);
    expect(answer).toMatchObject({ ok: true });
    expect((await textsOf(page.id)).slice(1)).toEqual([[`For ${name}`, user.id, reason]]);
    if (name !== 'translate' || !answer.ok) continue;
    expect(await textNow(user, (answer.value as { id: number }).id)).toBe('For translate');
  }
});

test('an earlier revision is restored as a new one, and the unsaved text becomes a revision before it', async () => {
  const user = await somebody(from);
  const page = openPage(user, await create(user));
  await page.send('save', saying('Good'));
  await page.send('save', saying('Worse'));
  await page.send('autosave', saying('Worst'));
  expect(await run(user, 'restore', page.id, { version: 3, restored: 2 })).toMatchObject({
    value: { version: 5 },
  });
  expect((await textsOf(page.id)).map(([text]) => text)).toEqual([
    '',
    'Good',
    'Worse',
    'Worst',
    'Good',
  ]);
  const deeds = await database.select().from(auditLog).orderBy(auditLog.id);
  expect(deeds.at(-1)).toMatchObject({ verb: 'save', toVersion: 5, note: 'restored 2' });
  expect(await page.send('autosave', saying('Worst of all'))).toMatchObject({
    refusal: { code: 'stale', newest: { version: 5, draft: saying('Good') } },
  });
  expect(await run(user, 'restore', page.id, { version: 5, restored: 99 })).toMatchObject({
    refusal: { code: 'invalid' },
  });
});

test('an import over an open text makes a revision of it, and its page receives a conflict', async () => {
  const user = await somebody(from);
  await importArticles(database, [someArticle({ story: 'open', headline: 'Imported' })], []);
  const [row] = await database.select().from(articles);
  const page = openPage(user, row?.id ?? 0);
  await page.send('autosave', saying('Mine', 'Imported'));
  await importArticles(database, [someArticle({ story: 'open', headline: 'Imported again' })], []);
  expect((await textsOf(page.id)).map(([text, , reason]) => [text, reason])).toEqual([
    ['The ferry was late.', 'imported'],
    ['Mine', 'handover'],
    ['The ferry was late.', 'imported'],
  ]);
  expect(await page.send('autosave', saying('Mine again', 'Imported'))).toMatchObject({
    refusal: { code: 'stale', newest: { draft: { headline: 'Imported again' } } },
  });
  expect((await database.select().from(workingCopies))[0]).toMatchObject({ isDirty: false });
});
