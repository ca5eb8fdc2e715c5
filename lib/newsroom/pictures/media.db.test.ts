import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { somebody } from '../../accounts/testing.ts';
import type { MediaQuery } from '../../content/desk/media.ts';
import { images } from '../../db/schema/images.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { importArticles } from '../import/import-articles.ts';
import { listMedia } from '../../desk/list-media.ts';
import { PICTURE_COMMANDS } from '../commands/picture.generated.ts';
import { someArticle } from '../testing.ts';
import { command as newPicture } from '../commands/new/media.ts';
import {
  EVERYTHING,
  database,
  clock,
  folder,
  from,
  colour,
  sendWhole,
  upload,
  withLead,
  articleWith,
} from './testing.ts';

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
