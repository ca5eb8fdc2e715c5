import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { images } from '../db/schema/images.ts';
import { testDatabase } from '../db/testing.ts';
import { closeCutter } from '../media/cutter.ts';
import { diskStore } from '../media/disk-store.ts';
import { cutFocus, ingestPicture } from '../media/ingest.ts';
import { checkMedia } from './media.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'caliber-check-'));
const media = join(folder, 'media');
const places = { store: diskStore(media), work: join(folder, 'work') };
afterAll(closeCutter);

let number = 0;
let imageId = '';
beforeEach(async () => {
  const path = join(folder, 'ferry.png');
  await sharp({
    create: { width: 500, height: 400, channels: 3, background: { r: ++number, g: 2, b: 3 } },
  })
    .png()
    .toFile(path);
  const cut = await ingestPicture(path, places);
  if (!cut.ok) throw new Error(cut.refusal.reason);
  imageId = cut.value.imageId;
  const { suggested, ...picture } = cut.value;
  await cutFocus(cut.value, { x: 0.2, y: 0.8 }, places);
  await database.insert(images).values({
    ...picture,
    id: imageId,
    suggested,
    sourceName: 'ferry.png',
    focalX: 0.2,
    focalY: 0.8,
  });
});

const fileOf = (name: string) => join(media, imageId, name);

/** What the check says, and whether it was content. */
async function check(repair = false) {
  const lines: string[] = [];
  const report = (line: string) => lines.push(line);
  const isWell = await checkMedia({ database, places, repair, say: report, complain: report });
  return { isWell, text: lines.join('\n') };
}

test('pictures that are whole are said to be', async () => {
  expect(await check()).toEqual({
    isWell: true,
    text: 'Checked 1 pictures: 1 whole, 0 with faults.',
  });
});

test('a cut that is lost and one with a wrong byte are named, and cut again from the original', async () => {
  const before = readFileSync(fileOf('480.webp'));
  const wrong = Buffer.from(before);
  wrong[wrong.length - 3] = (wrong[wrong.length - 3] ?? 0) ^ 1;
  writeFileSync(fileOf('480.webp'), wrong);
  rmSync(fileOf('1x1-480.20-80.avif'));
  const found = await check();
  expect(found.isWell).toBe(false);
  expect(found.text).toContain(`ferry.png (${imageId}): 480.webp is corrupt`);
  expect(found.text).toContain('1x1-480.20-80.avif is lost');
  expect(readFileSync(fileOf('480.webp')).equals(wrong)).toBe(true);
  const untouched = statSync(fileOf('480.avif')).mtimeMs;
  expect(await check(true)).toMatchObject({ isWell: true });
  expect(readFileSync(fileOf('480.webp')).equals(before)).toBe(true);
  expect(statSync(fileOf('480.avif')).mtimeMs).toBe(untouched);
  expect(await check()).toMatchObject({ isWell: true });
});

test('an original that is lost or corrupt is reported, repaired or not', async () => {
  const original = fileOf('original.png');
  writeFileSync(original, readFileSync(original).subarray(0, -9));
  for (const repair of [false, true]) {
    const { isWell, text } = await check(repair);
    expect([isWell, text]).toEqual([false, expect.stringContaining('its original is corrupt')]);
  }
  rmSync(original);
  const { isWell, text } = await check(true);
  expect([isWell, text]).toEqual([false, expect.stringContaining('its original is lost')]);
});

test('a picture of before sums were kept is decoded instead', async () => {
  for (const name of ['sums.json', 'sums.20-80.json']) rmSync(fileOf(name));
  const cut = fileOf('16x9-1200.jpg');
  writeFileSync(cut, readFileSync(cut).subarray(0, 300));
  const { text } = await check();
  expect(text.match(/\S+ is corrupt/g)).toEqual(['16x9-1200.jpg is corrupt']);
});
