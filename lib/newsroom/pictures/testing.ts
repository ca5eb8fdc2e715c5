/** A library of pictures for the tests of one file, on a database of its own. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import type { User } from '../../accounts/user.ts';
import { fixedClock } from '../../clock.ts';
import { emptyDraft, type Draft } from '../../content/draft/draft.ts';
import type { MediaQuery, UploadedPicture } from '../../content/desk/media.ts';
import { testDatabase } from '../../db/testing.ts';
import { closeCutter } from '../../media/cutter.ts';
import { diskStore } from '../../media/disk-store.ts';
import { newUploadId, UploadParts } from '../../media/upload-parts.ts';
import { ARTICLE_COMMANDS } from '../commands/article.generated.ts';
import { command as newPicture } from '../commands/new/media.ts';
import type { MediaStore } from './media-store.ts';
import { command as newArticle } from '../commands/new/articles.ts';
import { Upload } from '@tus/utils';
import { Readable } from 'node:stream';

export const database = await testDatabase();
export const clock = fixedClock(new Date('2026-11-24T06:00:00Z'));
export const folder = mkdtempSync(join(tmpdir(), 'caliber-library-'));
export const places = { store: diskStore(join(folder, 'media')), work: join(folder, 'work') };
export const from: MediaStore = { database, clock, places };

afterAll(closeCutter);

export const EVERYTHING: MediaQuery = { q: '', credit: '', use: 'any', mine: '0' };

/** A small picture of one colour. */
export const colour = (background: string) =>
  sharp({ create: { width: 240, height: 220, channels: 3, background } })
    .png()
    .toBuffer();

export async function sendWhole(user: User, bytes: Buffer, name = 'harbour.png'): Promise<string> {
  const parts = new UploadParts(places.store, user.id);
  const id = newUploadId();
  const metadata = { filename: name };
  await parts.create(new Upload({ id, size: bytes.length, offset: 0, metadata }));
  await parts.write(Readable.from([bytes]), id, 0);
  return id;
}

export async function upload(user: User, bytes: Buffer, name?: string): Promise<UploadedPicture> {
  const finished = await newPicture.run(
    user,
    null,
    { upload: await sendWhole(user, bytes, name) },
    from,
  );
  if (!finished.ok) throw new Error(finished.refusal.message);
  return finished.value;
}

export const withLead = (headline: string, imageId: string): Draft => ({
  ...emptyDraft(headline),
  image: { imageId, alt: 'A harbour', caption: null, credit: null },
});

export async function articleWith(user: User, draft: Draft, isPublished: boolean): Promise<number> {
  const wish = { locale: 'en', category: 'sport', headline: draft.headline } as const;
  const made = await newArticle.run(user, null, wish, from);
  const id = made.ok ? made.value.id : 0;
  const saved = await ARTICLE_COMMANDS.save.receive(user, id, { version: 1, draft }, from);
  if (!saved.ok) throw new Error(saved.refusal.message);
  if (isPublished) await ARTICLE_COMMANDS.publish.receive(user, id, { version: 2 }, from);
  return id;
}
