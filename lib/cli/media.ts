/** `portal media`: the files of the library's pictures. */
import { asc, gt } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { images } from '../db/schema/images.ts';
import { closeCutter } from '../media/cutter.ts';
import type { Places } from '../media/ingest.ts';
import { checkPicture, recut, type Fault, type StoredPicture } from '../media/recut.ts';
import { showProgress } from '../progress.ts';

/** Pictures read from the database per query. */
const BATCH = 200;

export interface CheckMediaOptions {
  database: Database;
  places: Places;
  repair: boolean;
  /** Prints a line; by default to standard output and standard error, replaced in tests. */
  say?: (line: string) => void;
  complain?: (line: string) => void;
}

type Picture = StoredPicture & { name: string };

/**
 * Checks every file of every picture and, on request, cuts missing or corrupt files again.
 * @returns whether every picture is complete now
 */
export async function checkMedia(options: CheckMediaOptions): Promise<boolean> {
  const { database, repair, say = console.log } = options;
  const counts = { whole: 0, repaired: 0, faulty: 0 };
  const progress = showProgress('Checking', await database.$count(images));
  try {
    for await (const picture of picturesOf(database)) {
      counts[await checkOne(picture, options)]++;
      progress.step();
    }
  } finally {
    progress.end();
    await closeCutter();
  }
  const { whole, repaired, faulty } = counts;
  say(
    `Checked ${whole + repaired + faulty} pictures: ${whole} whole, ` +
      (repair ? `${repaired} cut again, ` : '') +
      `${faulty} with faults.`,
  );
  return faulty === 0;
}

async function checkOne(
  picture: Picture,
  { places, repair, complain = console.error }: CheckMediaOptions,
): Promise<'whole' | 'repaired' | 'faulty'> {
  const report = (what: string) => complain(`${picture.name} (${picture.imageId}): ${what}`);
  const { original, cuts } = await checkPicture(picture, places.store);
  if (original) report(`its original is ${original}: bring the file back from a backup`);
  for (const { file, fault } of cuts) report(`${file} is ${fault}`);
  if (cuts.length === 0) return original ? 'faulty' : 'whole';
  if (!repair || original) return 'faulty';
  const cut = await recut(
    picture,
    cuts.map(({ file }) => file),
    places,
  );
  if (!cut.ok) report(`it could not be cut again: ${cut.refusal.reason}`);
  else report(`${countOf(cuts)} cut again`);
  return cut.ok ? 'repaired' : 'faulty';
}

const countOf = (cuts: readonly { fault: Fault }[]) =>
  cuts.length === 1 ? '1 file is' : `${cuts.length} files are`;

async function* picturesOf(database: Database): AsyncIterable<Picture> {
  for (let after = ''; ;) {
    const rows = await database
      .select({
        imageId: images.id,
        originalFormat: images.originalFormat,
        widths: images.widths,
        focalX: images.focalX,
        focalY: images.focalY,
        name: images.sourceName,
      })
      .from(images)
      .where(gt(images.id, after))
      .orderBy(asc(images.id))
      .limit(BATCH);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.imageId;
  }
}
