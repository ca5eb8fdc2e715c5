import { readCopy } from '../../desk/read-copy.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import type { Draft } from '../../content/draft/draft.ts';
import { readLogAfter } from '../../events/log.ts';
import { articles, revisions } from '../../db/schema/articles.ts';
import { getArticle } from '../../publication/get-article.ts';
import { ARTICLE_COMMANDS } from '../commands/article.generated.ts';
import { listMedia } from '../../desk/list-media.ts';
import { PICTURE_COMMANDS } from '../commands/picture.generated.ts';
import { database, from, EVERYTHING, colour, upload, withLead, articleWith } from './testing.ts';

const bodyWith = (imageId: string): Draft['body'] => ({
  type: 'doc',
  content: [{ type: 'image', attrs: { imageId, alt: 'x', caption: null, credit: null } }],
});

const revisionsOf = (articleId: number) =>
  database
    .select()
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(revisions.version);

test('the replacing picture is shown in a new revision, and no earlier revision changes', async () => {
  const user = await somebody(from);
  const old = (await upload(user, await colour('#666666'))).picture.imageId;
  const by = (await upload(user, await colour('#777777'))).picture.imageId;
  const draft = { ...withLead('Ferry', old), body: bodyWith(old) };
  const id = await articleWith(user, draft, true);
  const before = await revisionsOf(id);
  expect(await PICTURE_COMMANDS.replace.receive(user, old, { by: old }, from)).toMatchObject({
    refusal: { code: 'invalid' },
  });
  expect(await PICTURE_COMMANDS.replace.receive(user, old, { by }, from)).toMatchObject({
    ok: true,
    value: { articles: 1 },
  });
  const shown = JSON.stringify(await getArticle('en', 'ferry', from));
  expect(shown).not.toContain(old);
  expect(shown).toContain(by);
  const after = await revisionsOf(id);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length)).toMatchObject([
    { version: 3, headline: 'Ferry', savedBy: String(user.id), reason: 'picture' },
  ]);
  expect(JSON.stringify(after[2])).not.toContain(old);
  const [row] = await database.select().from(articles).where(eq(articles.id, id));
  expect(row).toMatchObject({ version: 3, publishedVersion: 3, imageId: by });
  expect((await readLogAfter(database, 0, 100)).at(-1)?.event).toMatchObject({
    type: 'picture.replaced',
    appearances: [{ articleId: id }],
  });
  expect((await listMedia(user, EVERYTHING, from)).pictures.map((each) => each.imageId)).toEqual([
    by,
  ]);
});

test('the published text and the newer draft both get the replacing picture', async () => {
  const user = await somebody(from);
  const old = (await upload(user, await colour('#6a6a6a'))).picture.imageId;
  const by = (await upload(user, await colour('#7a7a7a'))).picture.imageId;
  const id = await articleWith(user, withLead('Ferry', old), true);
  await ARTICLE_COMMANDS.save.receive(
    user,
    id,
    { version: 2, draft: withLead('Late ferry', old) },
    from,
  );
  await PICTURE_COMMANDS.replace.receive(user, old, { by }, from);
  const [row] = await database.select().from(articles).where(eq(articles.id, id));
  expect(row).toMatchObject({ version: 5, publishedVersion: 4, headline: 'Ferry', imageId: by });
  expect((await revisionsOf(id)).map(({ headline }) => headline).slice(2)).toEqual([
    'Late ferry',
    'Ferry',
    'Late ferry',
  ]);
});

test('a user who writes while a picture is replaced can save, and a draft with the old picture gets the new one', async () => {
  const user = await somebody(from);
  const old = (await upload(user, await colour('#6b6b6b'))).picture.imageId;
  const by = (await upload(user, await colour('#7b7b7b'))).picture.imageId;
  const untouched = await articleWith(user, withLead('Untouched', old), false);
  const begun = { version: 2, sequence: (await readCopy(database, untouched))?.sequence ?? 0 };
  await PICTURE_COMMANDS.replace.receive(user, old, { by }, from);
  const wish = { ...begun, writer: 'page-of-a-test', edit: 1, draft: withLead('On', old) };
  expect(await ARTICLE_COMMANDS.autosave.run(user, untouched, wish, from)).toMatchObject({
    ok: true,
  });
  expect((await readCopy(database, untouched))?.draft.image?.imageId).toBe(by);
  const restored = await ARTICLE_COMMANDS.restore.receive(
    user,
    untouched,
    { version: 3, restored: 2 },
    from,
  );
  expect(restored).toMatchObject({ ok: true });
  const newest = (await revisionsOf(untouched)).at(-1);
  expect(newest?.details?.image?.imageId).toBe(by);
});
