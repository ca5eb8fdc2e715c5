import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { closeCutter } from '../media/cutter.ts';
import { diskStore } from '../media/disk-store.ts';
import { cardPath, publicationCard, type ShareCard } from './share-card/card.ts';
import { sharePictures } from './share-pictures.ts';

/** Milliseconds: pictures are cut on a machine that does much else. */
vi.setConfig({ testTimeout: 120_000 });
afterAll(closeCutter);

const CARD: ShareCard = { subject: '7', locale: 'en', kicker: 'World', text: 'A quiet day' };
const IMAGE = 'a'.repeat(32);
const PICTURE = { originalFormat: 'jpg', widths: [480], focalX: 0.2, focalY: 0.8 };
const withoutMedia = (path: string) => path.slice('/media'.length);

function store() {
  const mediaDir = mkdtempSync(join(tmpdir(), 'caliber-share-'));
  const asked: number[] = [];
  const make = sharePictures({
    store: diskStore(mediaDir),
    work: join(mediaDir, 'work'),
    pictureOf: (imageId) => Promise.resolve(imageId === IMAGE ? { imageId, ...PICTURE } : null),
    cardOf: (id) => {
      asked.push(id);
      return Promise.resolve(id === 7 ? CARD : null);
    },
  });
  return { mediaDir, asked, make };
}

test('a card is drawn once for simultaneous requests, and is then in the store', async () => {
  const { mediaDir, asked, make } = store();
  const path = withoutMedia(cardPath(CARD));
  expect(await Promise.all([make(path), make(path), make(path)])).toEqual([true, true, true]);
  expect(asked).toEqual([7]);
  expect(readdirSync(join(mediaDir, 'cards'))).toEqual([path.slice('/cards/'.length)]);
  expect(await make(withoutMedia(cardPath(publicationCard('hy'))))).toBe(true);
});

test('no card is drawn for a text that no page shows', async () => {
  const { mediaDir, make } = store();
  const draft = withoutMedia(cardPath({ ...CARD, subject: '8' }));
  const former = withoutMedia(cardPath({ ...CARD, text: 'Another day' }));
  for (const path of [draft, former, '/cards/fr-0123456789abcdef.png', '/cards/../a.png', '/x']) {
    expect(await make(path), path).toBe(false);
  }
  expect(existsSync(join(mediaDir, 'cards'))).toBe(false);
});

test('a cut that is lost, and one that pictures did not have yet, is cut of the original', async () => {
  const { mediaDir, make } = store();
  mkdirSync(join(mediaDir, IMAGE));
  await sharp({ create: { width: 500, height: 400, channels: 3, background: '#b3121d' } })
    .jpeg()
    .toFile(join(mediaDir, IMAGE, 'original.jpg'));
  expect(await make(`/${IMAGE}/share-1200.jpg`)).toBe(true);
  const cut = await sharp(join(mediaDir, IMAGE, 'share-1200.jpg')).metadata();
  expect([cut.format, cut.width, cut.height]).toEqual(['jpeg', 1200, 630]);
  rmSync(join(mediaDir, IMAGE, '16x9-480.20-80.webp'));
  expect(await make(`/${IMAGE}/16x9-480.20-80.webp`)).toBe(true);
  expect(existsSync(join(mediaDir, IMAGE, '16x9-480.20-80.webp'))).toBe(true);
});

test('what a picture never had is not cut, nor anything where its original is lost', async () => {
  const { mediaDir, make } = store();
  mkdirSync(join(mediaDir, IMAGE));
  for (const path of [
    `/${IMAGE}/share-1200.jpg`,
    `/${IMAGE}/800.webp`,
    `/${IMAGE}/16x9-480.1-1.webp`,
    `/${IMAGE}/original.jpg`,
    `/${'b'.repeat(32)}/share-1200.jpg`,
  ])
    expect([path, await make(path)]).toEqual([path, false]);
});
