/**
 * A cache of reads that many pages share, valid until anything is published: each article shows the newest
 * stories of its category, which are read once for all of them.
 */
import { collectNotes, noteRead, type PageNotes } from '../page-tags.ts';

/** The most cached reads; beyond it all are dropped, which only costs reading them again. */
const MOST = 20_000;

type Kept = Promise<{ answer: unknown; notes: PageNotes }>;

/** One cache per process: the framework bundles copies of this file, and they share it. */
const KEY = Symbol.for('caliber.reads');
const shared = globalThis as { [KEY]?: Map<string, Kept> };
const reads = (shared[KEY] ??= new Map());

/**
 * Returns the cached result of a read since the last {@link forgetReads}, or reads. In both cases the page
 * that is being rendered is noted as depending on it.
 * @param key - identifies the read and everything that it depends on
 * @param read - its result becomes invalid only by an invalidation: do not use it for data that expires by
 *   time
 * @throws the error of `read`; errors are not cached
 */
export async function remember<Answer>(key: string, read: () => Promise<Answer>): Promise<Answer> {
  let kept = reads.get(key);
  if (!kept) {
    if (reads.size >= MOST) reads.clear();
    const begun: Kept = collectNotes(read);
    kept = begun;
    reads.set(key, begun);
    begun.catch(() => {
      if (reads.get(key) === begun) reads.delete(key);
    });
  }
  const { answer, notes } = await kept;
  noteRead(notes.tags, notes.lifetime);
  return answer as Answer;
}

/**
 * Clears the cache: called when something was published, before the pages that depend on it are invalidated.
 */
export function forgetReads(): void {
  reads.clear();
}
