/**
 * Reads that many pages share, kept until anything is published: a category's newest stories stand under
 * each of its articles, and are read once for all of them.
 */
import { collectNotes, noteRead, type PageNotes } from '../page-tags.ts';

/** Reads that are kept; past it all are dropped, which costs no more than reading them again. */
const MOST = 20_000;

type Kept = Promise<{ answer: unknown; notes: PageNotes }>;

/** One memory a process: the framework bundles copies of this file, and they share it. */
const KEY = Symbol.for('caliber.reads');
const shared = globalThis as { [KEY]?: Map<string, Kept> };
const reads = (shared[KEY] ??= new Map());

/**
 * Answers what a read answered since the last {@link forgetReads}, or reads. The page that is being
 * printed is noted as made of it either way.
 * @param key - names the read and everything that it depends on
 * @param read - of what only a withdrawal makes untrue: what ages by itself is not for this
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

/** Forgets every read: called when something was published, before the pages made of it are withdrawn. */
export function forgetReads(): void {
  reads.clear();
}
