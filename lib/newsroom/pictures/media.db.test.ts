import { readCopy } from '../../desk/read-copy.ts';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import type { User } from '../../accounts/user.ts';
import { fixedClock } from '../../clock.ts';
import { ARTICLE_STATUSES, type ArticleStatus } from '../../content/article.ts';
import { emptyDraft, type Draft } from '../../content/draft/draft.ts';
import type { MediaQuery, UploadedPicture } from '../../content/desk/media.ts';
import { ROLES } from '../../content/desk/roles.ts';
import { readLogAfter } from '../../events/log.ts';
import { articles, revisions } from '../../db/schema/articles.ts';
import { images } from '../../db/schema/images.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { testDatabase } from '../../db/testing.ts';
import { closeCutter } from '../../media/cutter.ts';
import { diskStore } from '../../media/disk-store.ts';
import { newUploadId, UploadParts } from '../../media/upload-parts.ts';
import { getArticle } from '../../publication/get-article.ts';
import { ARTICLE_COMMANDS } from '../commands/article.generated.ts';
import { importArticles } from '../import/import-articles.ts';
import { listMedia, readPicture } from '../../desk/list-media.ts';
import { PICTURE_COMMANDS } from '../commands/picture.generated.ts';
import { someArticle } from '../testing.ts';
import { command as newPicture } from '../commands/new/media.ts';
import type { MediaStore } from './media-store.ts';

import { command as newArticle } from '../commands/new/articles.ts';
import { Upload } from '@tus/utils';
import { Readable } from 'node:stream';

const database = await testDatabase();
const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
const folder = mkdtempSync(join(tmpdir(), 'caliber-library-'));
const places = { store: diskStore(join(folder, 'media')), work: join(folder, 'work') };
const from: MediaStore = { database, clock, places };
afterAll(closeCutter);

const EVERYTHING: MediaQuery = { q: '', credit: '', use: 'any', mine: '0' };

/** A small picture of one colour. */
const colour = (background: string) =>
  sharp({ create: { width: 240, height: 220, channels: 3, background } })
    .png()
    .toBuffer();

async function sendWhole(user: User, bytes: Buffer, name = 'harbour.png'): Promise<string> {
  const parts = new UploadParts(places.store, user.id);
  const id = newUploadId();
  const metadata = { filename: name };
  await parts.create(new Upload({ id, size: bytes.length, offset: 0, metadata }));
  await parts.write(Readable.from([bytes]), id, 0);
  return id;
}

async function upload(user: User, bytes: Buffer, name?: string): Promise<UploadedPicture> {
  const finished = await newPicture.run(
    user,
    null,
    { upload: await sendWhole(user, bytes, name) },
    from,
  );
  if (!finished.ok) throw new Error(finished.refusal.message);
  return finished.value;
}

const withLead = (headline: string, imageId: string): Draft => ({
  ...emptyDraft(headline),
  image: { imageId, alt: 'A harbour', caption: null, credit: null },
});

async function articleWith(user: User, draft: Draft, isPublished: boolean): Promise<number> {
  const wish = { locale: 'en', category: 'sport', headline: draft.headline } as const;
  const made = await newArticle.run(user, null, wish, from);
  const id = made.ok ? made.value.id : 0;
  const saved = await ARTICLE_COMMANDS.save.receive(user, id, { version: 1, draft }, from);
  if (!saved.ok) throw new Error(saved.refusal.message);
  if (isPublished) await ARTICLE_COMMANDS.publish.receive(user, id, { version: 2 }, from);
  return id;
}

/** An article that has come to a status by the commands that lead there. */
async function articleIn(status: ArticleStatus, user: User, draft: Draft): Promise<void> {
  const id = await articleWith(user, draft, status === 'published' || status === 'withdrawn');
  if (status === 'in_review') await ARTICLE_COMMANDS.submit.receive(user, id, {}, from);
  const at = new Date(clock.now().getTime() + 86_400_000).toISOString();
  if (status === 'scheduled')
    await ARTICLE_COMMANDS.schedule.receive(user, id, { version: 2, at }, from);
  if (status === 'withdrawn')
    await ARTICLE_COMMANDS.withdraw.receive(user, id, { reason: 'x' }, from);
  const [row] = await database.select().from(articles).where(eq(articles.id, id));
  expect(row?.status).toBe(status);
}

test('the same bytes are one picture, whoever sends them, and an answer that was lost is given again', async () => {
  const [one, other] = [await somebody(from), await somebody(from, { role: 'reporter' })];
  const bytes = await colour('#b3121d');
  const sent = await sendWhole(one, bytes);
  const first = await newPicture.run(one, null, { upload: sent }, from);
  expect(first).toMatchObject({
    ok: true,
    value: { isNew: true, picture: { name: 'harbour.png', width: 240, uses: 0 } },
  });
  expect(await newPicture.run(one, null, { upload: sent }, from)).toMatchObject({
    ok: true,
    value: { isNew: false },
  });
  expect(await newPicture.run(other, null, { upload: sent }, from)).toMatchObject({
    refusal: { code: 'missing' },
  });
  const again = await upload(other, bytes, 'again.png');
  expect(again.isNew).toBe(false);
  expect(await database.select().from(images)).toHaveLength(1);
  const deeds = await database.select().from(auditLog);
  expect(deeds.map(({ verb, userId }) => [verb, userId])).toEqual([['upload', one.id]]);
});

test('a file that is refused leaves neither a row nor a file behind', async () => {
  const user = await somebody(from);
  const sent = await sendWhole(user, Buffer.from('<svg onload="alert(1)"/>'), 'x.svg');
  const before = readdirSync(join(folder, 'media')).length;
  expect(await newPicture.run(user, null, { upload: sent }, from)).toMatchObject({
    refusal: { code: 'not_taken', why: 'svg' },
  });
  expect(await database.select().from(images)).toEqual([]);
  expect(readdirSync(join(folder, 'media'))).toHaveLength(before);
  expect(readdirSync(join(folder, 'work'))).toEqual([]);
});

test('pictures are found by their words in each language, by credit, by use and by who sent them', async () => {
  const chief = await somebody(from);
  const reporter = await somebody(from, { role: 'reporter' });
  const ferry = (await upload(chief, await colour('#111111'), 'IMG_1.png')).picture.imageId;
  const bridge = (await upload(reporter, await colour('#222222'), 'IMG_2.png')).picture.imageId;
  clock.advance(1000);
  const texts = {
    en: { alt: 'A late ferry', caption: '', credit: 'Anna Bagirova' },
    ru: { alt: 'Опоздавший паром', caption: '', credit: '' },
    hy: { alt: 'Ուշացած լաստանավ', caption: '', credit: '' },
    az: { alt: 'Gecikmiş bərə İçərişəhərdə', caption: '', credit: '' },
  };
  expect(await PICTURE_COMMANDS.describe.receive(chief, ferry, { texts }, from)).toMatchObject({
    ok: true,
  });
  const found = async (query: Partial<MediaQuery>, user = chief) =>
    (await listMedia(user, { ...EVERYTHING, ...query }, from)).pictures.map((row) => row.imageId);
  for (const q of [
    'late FERRY',
    'паром',
    'лԱՍՏԱՆԱՎ'.replace('л', 'լ'),
    'bere icerisehərde',
    'img_1',
    'bagirova',
  ])
    expect([q, await found({ q })]).toEqual([q, q === 'bere icerisehərde' ? [] : [ferry]]);
  expect(await found({ q: 'içərişəhər' })).toEqual([ferry]);
  expect(await found({ q: 'İÇƏRİŞƏHƏR' })).toEqual([ferry]);
  expect(await found({ q: '%' })).toEqual([]);
  expect(await found({ credit: 'bagirova' })).toEqual([ferry]);
  expect(await found({ credit: 'ferry' })).toEqual([]);
  expect(await found({ mine: '1' }, reporter)).toEqual([bridge]);
  await articleWith(chief, withLead('Ferry', ferry), false);
  expect(await found({ use: 'used' })).toEqual([ferry]);
  expect(await found({ use: 'unused' })).toEqual([bridge]);
});

test('the library scrolls on without a gap or a repetition', async () => {
  const user = await somebody(from);
  const rows = Array.from({ length: 95 }, (_, index) => ({
    id: index.toString(16).padStart(32, '0'),
    width: 1,
    height: 1,
    colour: '#000000',
    widths: [480],
    sourceName: `${index}.png`,
    originalFormat: 'png',
    // Many of one moment, as an import writes them.
    createdAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 30))),
  }));
  await database.insert(images).values(rows);
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await listMedia(user, { ...EVERYTHING, ...(after && { after }) }, from);
    seen.push(...page.pictures.map(({ imageId }) => imageId));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toEqual(rows.map(({ id }) => id).reverse());
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

test('what replaces a picture is shown in its place, under a revision of its own, and no revision changes', async () => {
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

test('what is published and what was written since each get the picture that replaces another', async () => {
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

test('who writes while a picture is replaced goes on, and a draft that names it means the other', async () => {
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

test('pictures that are imported are found by what their articles say of them', async () => {
  const imageId = 'c'.repeat(32);
  const article = someArticle({
    story: 'ferry',
    image: { src: 'ferry.jpg', alt: 'A ferry in fog', credit: 'Caliber' },
  });
  const picture = {
    imageId,
    width: 1200,
    height: 900,
    colour: '#000000',
    widths: [480],
    originalFormat: 'jpg',
    sourceName: 'ferry.jpg',
    suggested: null,
  };
  await importArticles(database, [{ ...article, imageId }], [picture]);
  const chief = await somebody(from);
  const { pictures } = await listMedia(chief, { ...EVERYTHING, q: 'fog' }, from);
  expect(pictures).toMatchObject([
    { imageId, uses: 1, texts: { en: { alt: 'A ferry in fog', credit: 'Caliber' } } },
  ]);
});

test.each(ROLES)(
  'a %s may do with pictures what the table says, and nothing else',
  async (role) => {
    const owner = await somebody(from);
    const users = [await somebody(from, { role }), await somebody(from, { role, locales: ['ru'] })];
    const other = (await upload(owner, await colour('#888888'))).picture.imageId;
    let number = 0;
    for (const user of users) {
      for (const isOwn of [true, false]) {
        for (const use of ['nothing', ...ARTICLE_STATUSES] as const) {
          for (const name of ['describe', 'focus', 'replace', 'remove'] as const) {
            const imageId = (number++).toString(16).padStart(32, 'd');
            await database.insert(images).values({
              id: imageId,
              width: 240,
              height: 220,
              colour: '#000000',
              widths: [480],
              sourceName: 'x.png',
              originalFormat: 'png',
              uploadedBy: isOwn ? user.id : owner.id,
            });
            if (use !== 'nothing') await articleIn(use, owner, withLead(`M ${number}`, imageId));
            const inputs = {
              describe: { texts: {} },
              focus: { x: 0.2, y: 0.2 },
              replace: { by: other },
              remove: {},
            };
            const answer = await PICTURE_COMMANDS[name].receive(user, imageId, inputs[name], from);
            const isDescribing = name === 'describe';
            const isAllowed = {
              reporter: isOwn && (isDescribing || ['nothing', 'draft', 'in_review'].includes(use)),
              editor: isDescribing || isOwn || use === 'nothing' || user.locales === null,
              'editor-in-chief': true,
            }[role];
            const place = [role, user.locales, isOwn, use, name];
            const code = answer.ok ? 'ok' : answer.refusal.code;
            // A picture that is shown is not removed by anybody, and this one has no original to be cut again.
            const expected = isAllowed ? ['ok', 'in_use', 'not_taken'] : ['forbidden'];
            expect([...place, expected.includes(code)]).toEqual([...place, true]);
          }
        }
      }
    }
  },
);
