import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../accounts/testing.ts';
import type { User } from '../accounts/user.ts';
import { fixedClock } from '../clock.ts';
import { emptyDraft, type Draft } from '../content/draft/draft.ts';
import { plainText } from '../content/body/plain-text.ts';
import { latestLogId } from '../events/log.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { auditLog, workingCopies } from '../db/schema/newsroom.ts';
import { testDatabase } from '../db/testing.ts';
import { cutQuiet, QUIET } from './cut-quiet.ts';
import { ARTICLE_COMMANDS } from './commands/article.generated.ts';
import type { ArticleCommandName } from '../content/desk/commands.ts';
import { importArticles } from './import/import-articles.ts';
import { listRevisions, readWorkingArticle } from '../desk/read-article.ts';
import { publishDue } from './scheduler.ts';
import { someArticle } from './testing.ts';
import { command as newArticle } from './commands/new/articles.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const MINUTE = 60_000;

const saying = (text: string, headline = 'A ferry'): Draft => ({
  ...emptyDraft(headline),
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});
const fail = (cause: unknown) => {
  throw cause;
};

async function create(user: User): Promise<number> {
  const made = await newArticle.run(
    user,
    null,
    { locale: 'en', category: 'sport', headline: 'A ferry' },
    from,
  );
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value.id;
}
const run = (user: User, name: ArticleCommandName, id: number, wish: unknown = {}) =>
  ARTICLE_COMMANDS[name].receive(user, id, wish, from);

/** A page in a browser, which remembers the last answer of the server. */
class Page {
  readonly user: User;
  readonly id: number;
  readonly writer = `page-${Math.random().toString(36).slice(2).padEnd(8, '0')}`;
  sequence = 0;
  version = 1;
  edit = 0;
  constructor(user: User, id: number) {
    this.user = user;
    this.id = id;
  }
  turn() {
    return { sequence: this.sequence, version: this.version, writer: this.writer, edit: this.edit };
  }
  async send(name: 'autosave' | 'save', draft: Draft, fields: object = {}) {
    this.edit++;
    const { version, ...turn } = this.turn();
    const wish = name === 'save' ? { version, turn } : { version, ...turn };
    const answer = await run(this.user, name, this.id, { ...wish, draft, ...fields });
    if (answer.ok) Object.assign(this, answer.value);
    return answer;
  }
}
const textsOf = async (id: number) => {
  const rows = await database
    .select()
    .from(revisions)
    .where(eq(revisions.articleId, id))
    .orderBy(revisions.version);
  return rows.map(({ body, savedBy, reason }) => [plainText(body), Number(savedBy), reason]);
};
const textNow = async (user: User, id: number) => {
  const article = await readWorkingArticle(user, id, from);
  return article && plainText(article.draft.body);
};

test('autosave keeps the text without a revision, an audit row or a word to readers', async () => {
  const user = await somebody(from);
  const page = new Page(user, await create(user));
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
  const page = new Page(user, await create(user));
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
  const [mine, theirs] = [new Page(one, id), new Page(other, id)];
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
  const page = new Page(user, await create(user));
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

test('keeping makes one revision of the text, and none when nothing changed', async () => {
  const user = await somebody(from);
  const page = new Page(user, await create(user));
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

test('what another one wrote becomes a revision in their name before it is written on', async () => {
  const [one, other] = [await somebody(from), await somebody(from)];
  const id = await create(one);
  const [mine, theirs] = [new Page(one, id), new Page(other, id)];
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
  const [here, there] = [new Page(user, id), new Page(user, id)];
  await there.send('autosave', saying('There'));
  here.sequence = there.sequence;
  await here.send('save', saying('Here'), { reason: 'merged' });
  expect((await textsOf(id)).slice(1)).toEqual([
    ['There', user.id, 'handover'],
    ['Here', user.id, 'merged'],
  ]);
});

test('a read among saves never pairs a text with the sequence of another', async () => {
  const user = await somebody(from);
  const page = new Page(user, await create(user));
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

test('ten quiet minutes make a revision, once by three workers, but never of what waits for its hour', async () => {
  const user = await somebody(from);
  const [page, waiting] = [new Page(user, await create(user)), new Page(user, await create(user))];
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

test('handing over, a preview link and a translation go out from what is written now', async () => {
  const user = await somebody(from);
  for (const [name, wish, reason] of [
    ['submit', {}, 'submitted'],
    ['preview-link', { version: null, days: 1 }, 'previewed'],
    ['translate', { locale: 'ru' }, 'translated'],
  ] as const) {
    const page = new Page(user, await create(user));
    await page.send('autosave', saying(`For ${name}`));
    const answer = await run(user, name, page.id, wish);
    expect(answer).toMatchObject({ ok: true });
    expect((await textsOf(page.id)).slice(1)).toEqual([[`For ${name}`, user.id, reason]]);
    if (name !== 'translate' || !answer.ok) continue;
    expect(await textNow(user, (answer.value as { id: number }).id)).toBe('For translate');
  }
});

test('an earlier revision is restored as a new one, and what was being written is one before it', async () => {
  const user = await somebody(from);
  const page = new Page(user, await create(user));
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
  const page = new Page(user, row?.id ?? 0);
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
