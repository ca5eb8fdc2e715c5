import { readFile } from 'node:fs/promises';
import { imageIdOf, ingestPicture } from '../media/ingest.ts';
import { mediaStore, workFolder } from '../media/open-store.ts';
import type { ImportedPicture } from '../newsroom/import/imported-article.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * Cuts a picture into the portal's media folder; a dry run only computes its id.
 * @param input.sourceName - its name in an export of the portal
 * @param input.lost - pictures of the portal with missing files
 */
export async function cutPicture(input: {
  path: string;
  sourceName: string;
  dryRun: boolean;
  lost: ReadonlySet<string>;
}): Promise<Result<ImportedPicture, string>> {
  const { path, sourceName, dryRun, lost } = input;
  if (dryRun) {
    return ok({
      imageId: imageIdOf(await readFile(path)),
      width: 0,
      height: 0,
      colour: '#000000',
      widths: [],
      originalFormat: '',
      suggested: null,
      sourceName,
    });
  }
  const cut = await ingestPicture(path, { store: mediaStore(), work: workFolder() }, lost);
  return cut.ok ? ok({ ...cut.value, sourceName }) : refuse(cut.refusal.reason);
}

/** Each picture once, by its id. */
export const uniquePictures = (pictures: readonly ImportedPicture[]): ImportedPicture[] => [
  ...new Map(pictures.map((picture) => [picture.imageId, picture])).values(),
];
