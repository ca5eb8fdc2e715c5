import { asc } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { images } from '../db/schema/images.ts';
import { isPresent } from '../media/ingest.ts';
import { mediaStore } from '../media/open-store.ts';

/** Pictures that are asked for at once: a bucket answers each in some milliseconds. */
const AT_ONCE = 16;

export interface LostPictures {
  /** Those of which files are missing. */
  ids: ReadonlySet<string>;
  /** Says how many were brought back since, if any were. */
  tell: (say: (line: string) => void) => Promise<void>;
}

/** Where none are looked for: a dry run puts nothing back. */
export const NONE_LOST: LostPictures = { ids: new Set(), tell: () => Promise.resolve() };

/**
 * Pictures of the portal whose files are gone, as after a disk was lost: an import that has them puts them
 * back, also where no article changed.
 */
export async function lostPictures(database: Database): Promise<LostPictures> {
  const rows = await database
    .select({ imageId: images.id, originalFormat: images.originalFormat })
    .from(images)
    .orderBy(asc(images.id));
  const lost = await missing(rows);
  return {
    ids: new Set(lost.map(({ imageId }) => imageId)),
    tell: async (say) => {
      const back = lost.length - (await missing(lost)).length;
      if (back > 0) say(`Brought back ${back} of ${lost.length} lost pictures.`);
    },
  };
}

async function missing<Row extends { imageId: string; originalFormat: string }>(
  rows: readonly Row[],
): Promise<Row[]> {
  const store = mediaStore();
  const lost: Row[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    const there = await Promise.all(some.map((row) => isPresent(store, row)));
    lost.push(...some.filter((_, index) => !there[index]));
  }
  return lost;
}
