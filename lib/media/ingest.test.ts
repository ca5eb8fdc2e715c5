import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
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
async function ingest(name: string, bytes: Buffer | string) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return ingestPicture(path, { store: diskStore(mediaDir), work: join(folder, 'work') });
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
  expect(files).toHaveLength(2 * 3 + 3 * 5 + 1 + 2);
  for (const [file, size] of [
    ['16x9-1200.jpg', [1200, 675]],
    ['share-1200.jpg', [1200, 630]],
  ] as const) {
    const made = await sharp(join(mediaDir, id, file)).metadata();
    expect([made.width, made.height]).toEqual(size);
  }
  expect(await ingest('again.jpg', bytes)).toEqual(cut);
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
