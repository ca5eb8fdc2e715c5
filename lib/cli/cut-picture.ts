import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment } from '../env.ts';
import { ingestPicture } from '../media/ingest.ts';
import type { ImportedPicture } from '../newsroom/imported-article.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * Cuts a picture into the portal's media folder; a dry run only names it.
 * @param input.sourceName - what an export of the portal will call it
 */
export async function cutPicture(input: {
  path: string;
  sourceName: string;
  dryRun: boolean;
}): Promise<Result<ImportedPicture, string>> {
  const { path, sourceName, dryRun } = input;
  if (dryRun) {
    const imageId = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
      .slice(0, 32);
    return ok({
      imageId,
      width: 0,
      height: 0,
      colour: '#000000',
      widths: [],
      originalFormat: '',
      sourceName,
    });
  }
  const cut = await ingestPicture({ path, mediaDir: join(environment().DATA_DIR, 'media') });
  return cut.ok ? ok({ ...cut.value, sourceName }) : refuse(cut.refusal.reason);
}

export const uniquePictures = (pictures: readonly ImportedPicture[]): ImportedPicture[] => [
  ...new Map(pictures.map((picture) => [picture.imageId, picture])).values(),
];
