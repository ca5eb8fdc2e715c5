import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { fixedClock } from '../../clock.ts';
import { plainText } from '../../content/body/plain-text.ts';
import { latestLogId } from '../../events/log.ts';
import { articles } from '../../db/schema/articles.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { testDatabase } from '../../db/testing.ts';
import { cutQuiet, QUIET } from './cut-quiet.ts';
import { readWorkingArticle } from '../../desk/read-article.ts';
import { commandsOn } from '../commands/testing.ts';
import { fail, saying, workingCopiesOn } from './testing.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const { create, run } = commandsOn(from);
const { openPage, textsOf, textNow } = workingCopiesOn(from);

test('autosave keeps the text without a revision, an audit row or an event', async () => {
  const user = await somebody(from);
  const page = openPage(user, await create(user));
  await run(user, 'publish', page.id, { version: 1 });
  const before = await latestLogId(database);
  for (const text of ['One', 'One two', 'One two three'])
    expect(await page.send('autosave', saying(text))).toMatchObject({ ok: true });
  expect(page).toMatchObject({ sequence: 3, version: 1 });
  expect(await textNow(user, page.id)).toBe('One two three');
  expect(await textsOf(page.id)).toHaveLength(1);
  expect(await database.select().from(auditLog)).toHaveLength(2);
  expect(await latestLogId(database)).toBe(before);
});

test('a text without a headline is kept too, and the desk goes on calling it by its last one', async () => {
  const user = await somebody(from);
  const page = openPage(user, await create(user));
  expect(await page.send('autosave', saying('Words', 'A late ferry'))).toMatchObject({ ok: true });
  expect(await page.send('autosave', saying('Words', ''))).toMatchObject({ ok: true });
  const headline = async () =>
    (await database.select().from(articles).where(eq(articles.id, page.id)))[0]?.headline;
  expect(await headline()).toBe('A late ferry');
  clock.advance(QUIET);
  expect(await cutQuiet(fail, from)).toBe(1);
  expect(await headline()).toBe('A late ferry');
  expect((await readWorkingArticle(user, page.id, from))?.draft.headline).toBe('');
});

test('a stale autosave is refused with the newest text, its writer and its time, and writes nothing', async () => {
  const [one, other] = [await somebody(from), await somebody(from)];
  const id = await create(one);
  const [mine, theirs] = [openPage(one, id), openPage(other, id)];
  await theirs.send('autosave', saying('Theirs'));
  expect(await mine.send('autosave', saying('Mine'))).toMatchObject({
    refusal: {
      code: 'stale',
      version: 1,
      newest: {
        sequence: 1,
        version: 1,
        draft: saying('Theirs'),
        savedBy: other.name,
        savedAt: clock.now().toISOString(),
      },
    },
  });
  expect(await mine.send('save', saying('Mine'))).toMatchObject({ refusal: { code: 'stale' } });
  expect(await run(one, 'save', id, { version: 1, draft: saying('Mine') })).toMatchObject({
    refusal: { code: 'stale' },
  });
  expect(await textNow(one, id)).toBe('Theirs');
});

test('a save whose answer was lost is known again, and one that comes late overwrites nothing', async () => {
  const user = await somebody(from);
  const page = openPage(user, await create(user));
  await page.send('autosave', saying('First'));
  const lost = { ...page.turn(), edit: 2 };
  const send = (edit: number, text: string) =>
    run(user, 'autosave', page.id, { ...lost, edit, draft: saying(text) });
  expect(await send(2, 'Second')).toMatchObject({ value: { sequence: 2 } });
  expect(await send(2, 'Second')).toMatchObject({ value: { sequence: 2 } });
  expect(await send(3, 'Third')).toMatchObject({ value: { sequence: 3 } });
  // The second one again, from a network that held it up.
  expect(await send(2, 'Second')).toMatchObject({ refusal: { code: 'stale' } });
  expect(await textNow(user, page.id)).toBe('Third');
  const last = { ...lost, sequence: 2, edit: 3 };
  expect(
    await run(user, 'autosave', page.id, { ...last, edit: 2, draft: saying('Second') }),
  ).toMatchObject({ value: { sequence: 3 } });
  expect(await textNow(user, page.id)).toBe('Third');
  // A revision that was asked for and made is not made twice.
  const { version, ...turn } = { ...last, sequence: 3, edit: 4 };
  for (let time = 0; time < 2; time++)
    expect(
      await run(user, 'save', page.id, { version, turn, draft: saying('Kept') }),
    ).toMatchObject({ value: { version: 2, sequence: 4 } });
  expect(await textsOf(page.id)).toHaveLength(2);
});

test('a read among saves never pairs a text with the sequence of another', async () => {
  const user = await somebody(from);
  const page = openPage(user, await create(user));
  const texts = new Map<number, string>([[0, '']]);
  let isWriting = true;
  const writing = async () => {
    for (let turn = 1; turn <= 60; turn++) {
      texts.set(turn, `Text ${turn}`);
      await page.send(turn % 2 === 0 ? 'save' : 'autosave', saying(`Text ${turn}`));
    }
    isWriting = false;
  };
  const reading = async () => {
    while (isWriting) {
      const read = await readWorkingArticle(user, page.id, from);
      const { sequence = -1, draft } = read ?? {};
      expect([sequence, draft && plainText(draft.body)]).toEqual([sequence, texts.get(sequence)]);
    }
  };
  await Promise.all([writing(), reading(), reading()]);
});
