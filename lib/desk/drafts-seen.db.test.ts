import { beforeEach, expect, test } from 'vitest';
import { disableUser } from '../accounts/accounts.ts';
import { somebody } from '../accounts/testing.ts';
import { eq } from 'drizzle-orm';
import type { User } from '../accounts/user.ts';
import { fixedClock } from '../clock.ts';
import { EVERYTHING } from '../content/desk/desk-query.ts';
import { emptyDraft } from '../content/draft/draft.ts';
import { users } from '../db/schema/newsroom.ts';
import { testDatabase } from '../db/testing.ts';
import { ARTICLE_COMMANDS } from '../newsroom/commands/article.generated.ts';
import type { ArticleCommandName } from '../content/desk/commands.ts';
import { listDesk } from './list-desk.ts';
import { openPreview } from '../newsroom/preview-links.ts';
import { listRevisions, readRevisionFor, readWorkingArticle } from './read-article.ts';
import { command as newArticle } from '../newsroom/commands/new/articles.ts';

const database = await testDatabase();
const from = { database, clock: fixedClock(new Date('2026-11-24T06:00:00Z')) };

async function run(user: User, name: ArticleCommandName, id: number, wish: unknown = {}) {
  const answer = await ARTICLE_COMMANDS[name].receive(user, id, wish, from);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

async function begin(user: User): Promise<number> {
  const wish = { locale: 'en', category: 'sport', headline: 'A ferry' } as const;
  const made = await newArticle.run(user, null, wish, from);
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value.id;
}

let chief: User;
let reporter: User;
/** Published by the chief in its second revision, with a third one and unkept words behind it. */
let article: number;
beforeEach(async () => {
  chief = await somebody(from);
  reporter = await somebody(from, { role: 'reporter' });
  article = await begin(chief);
  await run(chief, 'save', article, { version: 1, draft: emptyDraft('A late ferry') });
  await run(chief, 'publish', article, { version: 2 });
  await run(chief, 'save', article, { version: 2, draft: emptyDraft('A quillwort') });
  const turn = { sequence: 2, version: 3, writer: 'page-of-a-test', edit: 1 };
  const { sequence } = (await readWorkingArticle(chief, article, from)) ?? { sequence: 0 };
  const draft = emptyDraft('A moonwort');
  await run(chief, 'autosave', article, { ...turn, sequence, draft });
});

test('a reporter sees the published text of another user’s article, and no newer text', async () => {
  expect(await readWorkingArticle(reporter, article, from)).toMatchObject({
    draft: { headline: 'A late ferry' },
    version: 2,
    sequence: 0,
    unkept: null,
  });
  const read = JSON.stringify(await readWorkingArticle(reporter, article, from));
  expect(read).not.toMatch(/quillwort|moonwort|"isChanged":true/);
  const seen = { writer: 'page-of-a-reporter', isTyping: false, isLeaving: false };
  expect(await ARTICLE_COMMANDS.presence.run(reporter, article, seen, from)).toMatchObject({
    value: { version: 2, sequence: 0 },
  });
});

test('a reporter reads of another’s revisions the published one alone', async () => {
  const listed = await listRevisions(reporter, article, from);
  expect(listed.map(({ version }) => version)).toEqual([2]);
  expect(await readRevisionFor(reporter, article, 2, from)).toMatchObject({
    headline: 'A late ferry',
  });
  for (const version of [1, 3]) {
    expect(await readRevisionFor(reporter, article, version, from)).toBeNull();
    expect(await readRevisionFor(chief, article, version, from)).not.toBeNull();
  }
});

test('the desk finds a reporter nothing by words of another’s that are not published', async () => {
  const foundBy = async (user: User) => {
    const query = { ...EVERYTHING, text: 'quillwort' };
    return (await listDesk(user, query, 'en', from)).rows.length;
  };
  expect(await foundBy(chief)).toBe(1);
  expect(await foundBy(reporter)).toBe(0);
});

test('a reporter translates the published text of another user’s article', async () => {
  const { id } = (await run(reporter, 'translate', article, { locale: 'ru' })) as { id: number };
  expect(await readWorkingArticle(reporter, id, from)).toMatchObject({
    draft: { headline: 'A late ferry' },
  });
  expect(await readWorkingArticle(chief, article, from)).toMatchObject({ version: 3 });
});

test('a preview link ends with what its maker sees, and an account that comes back does not bring it back', async () => {
  const own = await begin(reporter);
  const { token } = (await run(reporter, 'preview-link', own, { version: 1, days: 7 })) as {
    token: string;
  };
  expect(await openPreview(token, from)).toEqual({ articleId: own, version: 1 });
  await database
    .update(users)
    .set({ role: 'editor', categories: ['analytics'] })
    .where(eq(users.id, reporter.id));
  expect(await openPreview(token, from)).toBeNull();
  await database
    .update(users)
    .set({ role: 'reporter', categories: null })
    .where(eq(users.id, reporter.id));
  expect(await openPreview(token, from)).not.toBeNull();
  await disableUser(reporter.email, from);
  expect(await openPreview(token, from)).toBeNull();
  await database.update(users).set({ isDisabled: false }).where(eq(users.id, reporter.id));
  expect(await openPreview(token, from)).toBeNull();
});
