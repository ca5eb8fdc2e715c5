import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { closeCutter } from './cutter.ts';
import { diskStore } from './disk-store.ts';
import { ingestPicture } from './ingest.ts';

/** Milliseconds: pictures are cut on a machine that does much else. */
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'caliber-media-'));
const mediaDir = join(folder, 'media');
afterAll(closeCutter);

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b3121d' } });
async function ingest(name: string, bytes: Buffer | string, lost?: ReadonlySet<string>) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return ingestPicture(path, { store: diskStore(mediaDir), work: join(folder, 'work') }, lost);
}

test('a picture is cut into every width and crop, once', async () => {
  const bytes = await picture(1300, 900).jpeg().toBuffer();
  const cut = await ingest('a.jpg', bytes);
  expect(cut).toMatchObject({
    ok: true,
    value: { width: 1300, height: 900, widths: [480, 800, 1200] },
  });
  const id = cut.ok ? cut.value.imageId : '';
  const files = readdirSync(join(mediaDir, id));
  expect(files).toHaveLength(2 * 3 + 3 * 5 + 1 + 3);
  for (const [file, size] of [
    ['16x9-1200.jpg', [1200, 675]],
    ['share-1200.jpg', [1200, 630]],
  ] as const) {
    const made = await sharp(join(mediaDir, id, file)).metadata();
    expect([made.width, made.height]).toEqual(size);
  }
  expect(await ingest('again.jpg', bytes)).toEqual(cut);
});

test('a picture’s id is not the hash of its file, which anyone with the file could compute', async () => {
  const bytes = await picture(300, 300).png().toBuffer();
  const cut = await ingest('named.png', bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(cut.ok && hash.startsWith(cut.value.imageId)).toBe(false);
});

test('a picture of an earlier release is found again under the name it had', async () => {
  const bytes = await picture(310, 300).png().toBuffer();
  const imageId = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  mkdirSync(join(mediaDir, imageId), { recursive: true });
  const kept = { imageId, width: 310, height: 300, colour: '#b3121d', widths: [310], originalFormat: 'png' }; // prettier-ignore
  writeFileSync(join(mediaDir, imageId, 'picture.json'), JSON.stringify(kept));
  writeFileSync(join(mediaDir, imageId, 'original.png'), bytes);
  expect(await ingest('known.png', bytes)).toMatchObject({ ok: true, value: kept });
});

test('a lost picture of an earlier release comes back under the name it had', async () => {
  const bytes = await picture(320, 300).png().toBuffer();
  const imageId = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const back = await ingest('former.png', bytes, new Set([imageId]));
  expect(back).toMatchObject({ ok: true, value: { imageId } });
  rmSync(join(mediaDir, imageId, 'original.png'));
  expect(await ingest('former.png', bytes)).toEqual(back);
  expect(readdirSync(join(mediaDir, imageId))).toContain('original.png');
});

test('a picture whose original is lost is cut again', async () => {
  const bytes = await picture(300, 200).jpeg().toBuffer();
  const cut = await ingest('lost.jpg', bytes);
  const kept = cut.ok ? join(mediaDir, cut.value.imageId) : '';
  const files = readdirSync(kept).sort();
  rmSync(join(kept, files.find((name) => name.startsWith('original')) ?? ''));
  expect(await ingest('lost.jpg', bytes)).toEqual(cut);
  expect(readdirSync(kept).sort()).toEqual(files);
});

test('a hostile or broken file is refused with its reason, and the next picture is cut', async () => {
  const whole = await picture(800, 600).png().toBuffer();
  const bomb = Buffer.from(whole);
  // The header claims 60,000 × 60,000 pixels.
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const reasons = [
    await ingest('x.jpg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    await ingest('cut.jpg', (await picture(800, 600).jpeg().toBuffer()).subarray(0, 400)),
    await ingest('bomb.png', bomb),
    await ingest('tiny.png', await picture(10, 10).png().toBuffer()),
  ].map((answer) => (answer.ok ? 'cut' : answer.refusal));
  expect(reasons).toMatchObject([
    { code: 'svg' },
    { code: 'broken', reason: expect.stringContaining('cannot be decoded') as string },
    { code: 'too_many_pixels', reason: expect.stringContaining('60000×60000') as string },
    { code: 'too_small', reason: expect.stringContaining('10×10') as string },
  ]);
  expect((await ingest('fine.png', whole)).ok).toBe(true);
});
