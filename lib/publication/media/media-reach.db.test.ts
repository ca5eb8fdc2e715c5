import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import type { User } from '../../accounts/user.ts';
import { fixedClock } from '../../clock.ts';
import { emptyDraft, type Draft } from '../../content/draft/draft.ts';
import { images } from '../../db/schema/images.ts';
import { testDatabase } from '../../db/testing.ts';
import { ARTICLE_COMMANDS } from '../../newsroom/commands/article.generated.ts';
import type { ArticleCommandName } from '../../content/desk/commands.ts';
import { importArticles } from '../../newsroom/import/import-articles.ts';
import { someArticle } from '../../newsroom/testing.ts';
import { command as newArticle } from '../../newsroom/commands/new/articles.ts';
import { mediaReach } from './media-reach.ts';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const from = { database, clock };

let number = 0;
async function picture(isKnown = false): Promise<string> {
  const id = (++number).toString(16).padStart(32, 'd');
  await database.insert(images).values({
    id,
    width: 240,
    height: 220,
    colour: '#000000',
    widths: [240],
    sourceName: 'x.png',
    originalFormat: 'png',
    isKnown,
  });
  return id;
}
const reachOf = (imageId: string) => mediaReach(`/${imageId}/480.webp`, from);

async function run(user: User, name: ArticleCommandName, id: number, wish: unknown = {}) {
  const answer = await ARTICLE_COMMANDS[name].receive(user, id, wish, from);
  if (!answer.ok) throw new Error(answer.refusal.message);
}
async function draftWith(user: User, imageId: string, isInBody = false): Promise<number> {
  const wish = { locale: 'en', category: 'sport', headline: 'Ferry' } as const;
  const made = await newArticle.run(user, null, wish, from);
  if (!made.ok) throw new Error(made.refusal.message);
  const image = { imageId, alt: 'x', caption: null, credit: null };
  const draft: Draft = isInBody
    ? { ...emptyDraft('Ferry'), body: { type: 'doc', content: [{ type: 'image', attrs: image }] } }
    : { ...emptyDraft('Ferry'), image };
  await run(user, 'save', made.value.id, { version: 1, draft });
  return made.value.id;
}

test.each([false, true])(
  'a picture is for who knows it, for everybody, and gone with its article (in the text: %s)',
  async (isInBody) => {
    const user = await somebody(from);
    const imageId = await picture();
    const id = await draftWith(user, imageId, isInBody);
    expect(await reachOf(imageId)).toBe('who-knows-it');
    await run(user, 'publish', id, { version: 2 });
    expect(await reachOf(imageId)).toBe('everybody');
    await run(user, 'withdraw', id, { reason: 'x' });
    expect(await reachOf(imageId)).toBe('newsroom');
    await run(user, 'publish', id, { version: 2 });
    expect(await reachOf(imageId)).toBe('everybody');
  },
);

test('a picture that another published article shows stays when one is withdrawn', async () => {
  const user = await somebody(from);
  const imageId = await picture();
  const [one, other] = [await draftWith(user, imageId), await draftWith(user, imageId)];
  for (const id of [one, other]) await run(user, 'publish', id, { version: 2 });
  await run(user, 'withdraw', one, { reason: 'x' });
  expect(await reachOf(imageId)).toBe('everybody');
});

test('a picture that is taken out of a published article is gone with the update, and one to come is not known before', async () => {
  const user = await somebody(from);
  const [old, next] = [await picture(), await picture()];
  const id = await draftWith(user, old);
  await run(user, 'publish', id, { version: 2 });
  const image = { imageId: next, alt: 'x', caption: null, credit: null };
  await run(user, 'save', id, { version: 2, draft: { ...emptyDraft('Ferry'), image } });
  expect([await reachOf(old), await reachOf(next)]).toEqual(['everybody', 'who-knows-it']);
  await run(user, 'update', id, { version: 3, isMarkedUpdated: false });
  expect([await reachOf(old), await reachOf(next)]).toEqual(['newsroom', 'everybody']);
});

test('a picture under embargo with a guessable address is available to the newsroom only', async () => {
  const imageId = await picture(true);
  const article = someArticle({ embargoUntil: '2026-11-24T07:00:00Z' });
  await importArticles(database, [{ ...article, imageId }], []);
  expect(await reachOf(imageId)).toBe('newsroom');
  clock.advance(3_600_000);
  expect(await reachOf(imageId)).toBe('everybody');
});

test('a picture imported with a published article is public, and one without an article is not', async () => {
  const imageId = await picture();
  await importArticles(database, [{ ...someArticle(), imageId }], []);
  expect(await reachOf(imageId)).toBe('everybody');
  expect(await reachOf('e'.repeat(32))).toBe('nobody');
});

test('a share card is as public as its article, and one of an article that was never public is missing', async () => {
  const user = await somebody(from);
  const id = await draftWith(user, await picture());
  const card = `/cards/${id}-0123456789abcdef.png`;
  expect(await mediaReach(card, from)).toBe('nobody');
  await run(user, 'publish', id, { version: 2 });
  expect(await mediaReach(card, from)).toBe('everybody');
  await run(user, 'withdraw', id, { reason: 'x' });
  expect(await mediaReach(card, from)).toBe('newsroom');
  expect(await mediaReach('/cards/en-0123456789abcdef.png', from)).toBe('everybody');
});
