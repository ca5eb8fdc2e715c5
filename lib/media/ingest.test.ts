import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { closeCutter, ingestPicture } from './ingest.ts';

const folder = mkdtempSync(join(tmpdir(), 'caliber-media-'));
const mediaDir = join(folder, 'media');
afterAll(closeCutter);

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b3121d' } });
async function ingest(name: string, bytes: Buffer | string) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return ingestPicture({ path, mediaDir });
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
  ].map((answer) => (answer.ok ? 'cut' : answer.refusal.reason));
  expect(reasons[0]).toContain('no JPEG');
  expect(reasons[1]).toContain('cannot be decoded');
  expect(reasons[2]).toContain('cannot be decoded');
  expect(reasons[3]).toContain('10×10');
  expect((await ingest('fine.png', whole)).ok).toBe(true);
});
