import { asc } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { images } from '../db/schema/images.ts';
import { isPresent } from '../media/ingest.ts';
import { mediaStore } from '../media/open-store.ts';

/** Concurrent requests for pictures: a bucket takes some milliseconds for each. */
const AT_ONCE = 16;

export interface LostPictures {
  /** Pictures with missing files. */
  ids: ReadonlySet<string>;
  /** Prints how many were restored since, if any. */
  report: (say: (line: string) => void) => Promise<void>;
}

/** For a dry run, which checks for no missing files, since it restores nothing. */
export const NONE_LOST: LostPictures = { ids: new Set(), report: () => Promise.resolve() };

/**
 * Pictures of the portal with missing files, for example after the loss of a disk: an import that contains
 * them restores them, even if no article changed.
 */
export async function lostPictures(database: Database): Promise<LostPictures> {
  const rows = await database
    .select({ imageId: images.id, originalFormat: images.originalFormat })
    .from(images)
    .orderBy(asc(images.id));
  const lost = await missing(rows);
  return {
    ids: new Set(lost.map(({ imageId }) => imageId)),
    report: async (say) => {
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
