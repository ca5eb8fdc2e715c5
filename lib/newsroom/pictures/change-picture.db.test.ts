import { readCopy } from '../../desk/read-copy.ts';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import { emptyDraft, type Draft } from '../../content/draft/draft.ts';
import { readLogAfter } from '../../events/log.ts';
import { articles } from '../../db/schema/articles.ts';
import { getArticle } from '../../publication/get-article.ts';
import { ARTICLE_COMMANDS } from '../commands/article.generated.ts';
import { readPicture } from '../../desk/list-media.ts';
import { PICTURE_COMMANDS } from '../commands/picture.generated.ts';
import { database, places, from, colour, upload, withLead, articleWith } from './testing.ts';

test('a focal point that moves cuts the crops again under new addresses, and invalidates the pages', async () => {
  const user = await somebody(from);
  const { imageId } = (await upload(user, await colour('#555555'))).picture;
  const id = await articleWith(user, withLead('Ferry', imageId), true);
  const before = await readLogAfter(database, 0, 100);
  const moved = await PICTURE_COMMANDS.focus.receive(user, imageId, { x: 0.1, y: 0.904 }, from);
  expect(moved).toEqual({ ok: true, value: { x: 0.1, y: 0.9 } });
  expect(await getArticle('en', 'ferry', from)).toMatchObject({
    article: { image: { imageId, focus: '10-90' } },
  });
  for (const file of ['1x1-480.10-90.webp', 'share-1200.10-90.jpg', '1x1-480.webp'])
    expect([file, await places.store.size(`${imageId}/${file}`)]).toEqual([
      file,
      expect.any(Number),
    ]);
  const appended = (await readLogAfter(database, 0, 100)).slice(before.length);
  expect(appended.map(({ event }) => event)).toMatchObject([
    { type: 'picture.refocused', appearances: [{ articleId: id }] },
  ]);
  for (const wish of [{ x: 2, y: 0 }, { x: -0.1, y: 0 }, { x: '0', y: 0 }, {}])
    expect(await PICTURE_COMMANDS.focus.receive(user, imageId, wish, from)).toMatchObject({
      refusal: { code: 'invalid' },
    });
});

test('a picture that any revision shows stays, and one that nothing shows goes with its files', async () => {
  const user = await somebody(from);
  const { imageId } = (await upload(user, await colour('#333333'))).picture;
  const id = await articleWith(user, withLead('Ferry', imageId), true);
  const draft = emptyDraft('Ferry');
  await ARTICLE_COMMANDS.save.receive(user, id, { version: 2, draft }, from);
  await ARTICLE_COMMANDS.update.receive(user, id, { version: 3, isMarkedUpdated: false }, from);
  expect((await database.select().from(articles))[0]).toMatchObject({ imageId: null });
  expect(await readPicture(user, imageId, from)).toMatchObject({
    uses: [{ articleId: id, where: 'earlier' }],
  });
  expect(await PICTURE_COMMANDS.remove.receive(user, imageId, {}, from)).toMatchObject({
    refusal: { code: 'in_use', message: expect.stringContaining('Ferry') as string },
  });
  const unused = (await upload(user, await colour('#444444'))).picture.imageId;
  expect(await places.store.list(`${unused}/`)).not.toEqual([]);
  expect(await PICTURE_COMMANDS.remove.receive(user, unused, {}, from)).toMatchObject({ ok: true });
  expect(await places.store.list(`${unused}/`)).toEqual([]);
  expect(await readPicture(user, unused, from)).toBeNull();
  // Sent again it is cut again.
  expect((await upload(user, await colour('#444444'))).isNew).toBe(true);
});

test('a picture stays while the text that is being written shows it, and is free when it is taken out again', async () => {
  const user = await somebody(from);
  const { imageId } = (await upload(user, await colour('#4a4a4a'))).picture;
  const id = await articleWith(user, emptyDraft('Ferry'), false);
  const write = async (draft: Draft) => {
    const sequence = (await readCopy(database, id))?.sequence ?? 0;
    const turn = { sequence, version: 2, writer: 'page-of-a-test', edit: sequence + 1 };
    return ARTICLE_COMMANDS.autosave.run(user, id, { draft, ...turn }, from);
  };
  expect(await write(withLead('Ferry', imageId))).toMatchObject({ ok: true });
  expect(await readPicture(user, imageId, from)).toMatchObject({
    uses: [{ articleId: id, where: 'unkept' }],
  });
  expect(await PICTURE_COMMANDS.remove.receive(user, imageId, {}, from)).toMatchObject({
    refusal: { code: 'in_use' },
  });
  expect(await write(emptyDraft('Ferry'))).toMatchObject({ ok: true });
  expect(await readPicture(user, imageId, from)).toMatchObject({ uses: [] });
  expect(await PICTURE_COMMANDS.remove.receive(user, imageId, {}, from)).toMatchObject({
    ok: true,
  });
});
