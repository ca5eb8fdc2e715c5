import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../accounts/testing.ts';
import { fixedClock } from '../clock.ts';
import { readLogAfter } from '../events/log.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { auditLog, previewLinks } from '../db/schema/newsroom.ts';
import { testDatabase } from '../db/testing.ts';
import { getArticle } from '../publication/get-article.ts';
import { articleTag, categoryTag, slugTag } from '../cache-tags.ts';
import { isArticleVisible } from '../publication/is-visible.ts';
import { EVERYTHING } from '../content/desk/desk-query.ts';
import { listDesk } from '../desk/list-desk.ts';
import { openPreview } from './preview-links.ts';
import { readWorkingArticle } from '../desk/read-article.ts';
import { commandsOn, draftOf } from './commands/testing.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };
const MINUTE = 60_000;
const { create, run } = commandsOn(from);

const versionOf = async (id: number) =>
  (await database.select().from(articles).where(eq(articles.id, id)))[0];

const appendedTags = async () => (await readLogAfter(database, 0, 100)).flatMap(({ tags }) => tags);

test('an article is written, saved, published, changed, corrected and withdrawn', async () => {
  const user = await somebody(from);
  const id = await create(user);
  expect(await run(user, 'save', id, { version: 1, draft: draftOf('A late ferry') })).toEqual({
    ok: true,
    value: { version: 2 },
  });
  expect(await isArticleVisible(id, from)).toBe(false);
  expect(await appendedTags()).toEqual([]);

  expect(await run(user, 'publish', id, { version: 2 })).toMatchObject({ ok: true });
  expect(await getArticle('en', 'a-ferry', from)).toMatchObject({
    article: { headline: 'A late ferry', publishedAt: '2026-11-24T06:00:00.000Z', updatedAt: null },
  });
  expect(await appendedTags()).toEqual(
    expect.arrayContaining([articleTag(id), slugTag('en', 'a-ferry'), categoryTag('en', 'sport')]),
  );

  clock.advance(MINUTE);
  await run(user, 'save', id, { version: 2, draft: draftOf('A very late ferry') });
  expect(await getArticle('en', 'a-ferry', from)).toMatchObject({
    article: { headline: 'A late ferry' },
  });
  await run(user, 'update', id, { version: 3, isMarkedUpdated: false });
  expect(await getArticle('en', 'a-ferry', from)).toMatchObject({
    article: { headline: 'A very late ferry', updatedAt: null },
  });
  await run(user, 'update', id, { version: 3, isMarkedUpdated: true });
  expect(await getArticle('en', 'a-ferry', from)).toMatchObject({
    article: { publishedAt: '2026-11-24T06:00:00.000Z', updatedAt: '2026-11-24T06:01:00.000Z' },
  });
  await run(user, 'correct', id, { text: 'Two ferries, not three.' });
  expect(await getArticle('en', 'a-ferry', from)).toMatchObject({
    article: { corrections: [{ text: 'Two ferries, not three.' }] },
  });
  await run(user, 'withdraw', id, { reason: 'A hoax' });
  expect(await getArticle('en', 'a-ferry', from)).toEqual({
    kind: 'withdrawn',
    translations: [],
  });
  expect(await versionOf(id)).toMatchObject({ status: 'withdrawn', withdrawnReason: 'A hoax' });
  const deeds = await database.select().from(auditLog).orderBy(auditLog.id);
  expect(deeds.map(({ verb, userId, toVersion }) => [verb, userId, toVersion])).toEqual(
    [
      ['create', 1],
      ['save', 2],
      ['publish', 2],
      ['save', 3],
      ['update', 3],
      ['update', 3],
      ['correct', 3],
      ['withdraw', 3],
    ].map(([verb, version]) => [verb, user.id, version]),
  );
});

test('of two users who save at once, one is refused as stale, and no word is lost', async () => {
  const [one, other] = [await somebody(from), await somebody(from)];
  const id = await create(one);
  for (let version = 1; version <= 20; version++) {
    const answers = await Promise.all(
      [one, other].map((user) =>
        run(user, 'save', id, { version, draft: draftOf(`${version} by ${user.name}`) }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'stale', version: version + 1 },
    });
  }
  expect(await database.select().from(revisions)).toHaveLength(21);
});

test('articles created with one headline at the same moment get different slugs', async () => {
  const user = await somebody(from);
  const ids = await Promise.all(
    Array.from({ length: 4 }, () => create(user, 'Begun in the same moment')),
  );
  const slugs = await Promise.all(ids.map(async (id) => (await versionOf(id))?.slug));
  expect(new Set(slugs).size).toBe(4);
});

test('a draft with an unknown author, topic or picture is refused as a whole', async () => {
  const user = await somebody(from);
  const id = await create(user);
  for (const fields of [
    { authors: ['nobody'] },
    { topics: ['nothing'] },
    { image: { imageId: 'f'.repeat(32), alt: '', caption: null, credit: null } },
  ]) {
    const draft = { ...draftOf('A ferry'), ...fields };
    expect(await run(user, 'save', id, { version: 1, draft })).toMatchObject({
      refusal: { code: 'invalid' },
    });
  }
  expect(await versionOf(id)).toMatchObject({ version: 1 });
});

test('a former public slug redirects, and no other article can take it', async () => {
  const user = await somebody(from);
  const [id, other] = [await create(user), await create(user)];
  expect(await versionOf(other)).toMatchObject({ slug: 'a-ferry-2' });
  await run(user, 'change-slug', id, { slug: 'never-public' });
  await run(user, 'publish', id, { version: 1 });
  await run(user, 'change-slug', id, { slug: 'late-ferry' });
  expect(await getArticle('en', 'a-ferry', from)).toEqual({ kind: 'missing' });
  expect(await getArticle('en', 'never-public', from)).toEqual({
    kind: 'moved',
    slug: 'late-ferry',
  });
  for (const slug of ['late-ferry', 'never-public'])
    expect(await run(user, 'change-slug', other, { slug })).toMatchObject({
      refusal: { code: 'slug_taken' },
    });
  await run(user, 'change-slug', id, { slug: 'never-public' });
  expect(await getArticle('en', 'late-ferry', from)).toEqual({
    kind: 'moved',
    slug: 'never-public',
  });
  expect(await run(user, 'change-slug', id, { slug: 'Not a slug' })).toMatchObject({
    refusal: { code: 'invalid' },
  });
});

test('a story moves with its translations, and only for users who may edit all of them', async () => {
  const chief = await somebody(from);
  const editor = await somebody(from, { role: 'editor', locales: ['en'] });
  const id = await create(chief);
  await run(chief, 'publish', id, { version: 1 });
  expect(await run(editor, 'translate', id, { locale: 'ru' })).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  const translated = await run(chief, 'translate', id, { locale: 'ru' });
  expect(translated).toMatchObject({ ok: true });
  expect(await run(chief, 'translate', id, { locale: 'ru' })).toMatchObject({
    refusal: { code: 'told_already' },
  });
  expect(await run(editor, 'move', id, { category: 'world' })).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  await run(chief, 'move', id, { category: 'world' });
  expect(await appendedTags()).toEqual(
    expect.arrayContaining([categoryTag('en', 'sport'), categoryTag('en', 'world')]),
  );
  const query = { ...EVERYTHING, category: 'world', isMine: true };
  const { rows } = await listDesk(chief, query, 'en', from);
  expect(rows.map(({ translations }) => translations.map(({ status }) => status))).toEqual([
    ['published', 'draft', null, null],
  ]);
});

test('a translation is stale once its original was changed for readers', async () => {
  const user = await somebody(from);
  const id = await create(user);
  await run(user, 'publish', id, { version: 1 });
  await run(user, 'translate', id, { locale: 'az' });
  const azerbaijani = async () =>
    (await readWorkingArticle(user, id, from))?.translations.find(({ locale }) => locale === 'az');
  await run(user, 'save', id, { version: 1, draft: draftOf('A later ferry') });
  expect(await azerbaijani()).toMatchObject({ status: 'draft', isStale: false });
  await run(user, 'update', id, { version: 2, isMarkedUpdated: false });
  expect(await azerbaijani()).toMatchObject({ isStale: true });
});

test('a preview link opens one article until it ends or is revoked, and its token is stored nowhere', async () => {
  const user = await somebody(from);
  const id = await create(user);
  const tokenOf = async (wish: object) => {
    const made = await run(user, 'preview-link', id, wish);
    return made.ok ? (made.value as { token: string }).token : '';
  };
  const newest = await tokenOf({ version: null, days: 7 });
  const first = await tokenOf({ version: 1, days: 1 });
  expect(newest).toHaveLength(43);
  expect(JSON.stringify(await database.select().from(previewLinks))).not.toContain(newest);
  expect(await openPreview(newest, from)).toEqual({ articleId: id, version: null });
  expect(await openPreview(first, from)).toEqual({ articleId: id, version: 1 });
  expect(await openPreview(`${newest.slice(1)}A`, from)).toBeNull();
  clock.advance(2 * 24 * 60 * MINUTE);
  expect(await openPreview(first, from)).toBeNull();
  const stranger = await create(user);
  const [link] = await database.select().from(previewLinks);
  await run(user, 'revoke-preview-link', stranger, { linkId: link?.id });
  expect(await openPreview(newest, from)).not.toBeNull();
  await run(user, 'revoke-preview-link', id, { linkId: link?.id });
  expect(await openPreview(newest, from)).toBeNull();
});
