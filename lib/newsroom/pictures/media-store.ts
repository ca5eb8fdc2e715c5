import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { store, type Store } from '../../db/store.ts';
import type { Places } from '../../media/ingest.ts';
import { mediaStore as filesOfProcess, workFolder } from '../../media/open-store.ts';

/** With the store of the library's files and the folder for work files; tests pass their own. */
export type MediaStore = Store & { places: Places };

/** Those of the process. */
export const mediaStore = (): MediaStore => ({
  ...store(),
  places: { store: filesOfProcess(), work: workFolder() },
});

/** An advisory lock: transactions that write or remove the files of one picture run one after another. */
export const lockPicture = (tx: Transaction, imageId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${imageId}, 72190403))`);
