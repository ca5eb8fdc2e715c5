import { readCopy } from '../../desk/read-copy.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, asc, eq, lte, ne, notInArray } from 'drizzle-orm';
import type { z } from 'zod';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import type { Draft } from '../../content/draft/draft.ts';
import { articles } from '../../db/schema/articles.ts';
import { workingCopies } from '../../db/schema/newsroom.ts';
import { lockArticle, onArticle, type Work } from '../change-article.ts';
import { indexDraftWords } from '../index-desk.ts';
import { cutCopy, takeTurn, writeCopy, type autosaveSchema } from '../working-copy.ts';

/**
 * Milliseconds: when two users write at the same time, a revision of the other's text is made at most this
 * often.
 */
const HANDOVER_EVERY = 60_000;
/** Milliseconds without a change after which a revision is made. */
export const QUIET = 10 * 60_000;
/** Milliseconds between two updates of the desk's order while a text is being written. */
const NOTE_EVERY = 60_000;

/**
 * Saves the working copy without making a revision: the audit log gets no row, readers see no change. An
 * unsaved text of another user becomes a revision first.
 * @returns the working copy's new sequence and the newest revision; returned only after the commit
 */
export function autosave(
  user: User,
  articleId: number,
  { draft, ...turn }: z.output<typeof autosaveSchema>,
  from: Store = store(),
) {
  return onArticle(
    user,
    'save',
    articleId,
    async (work) => {
      const { tx, article, now } = work;
      const copy = await readCopy(tx, articleId);
      if ((await takeTurn(tx, article, copy, turn)) === 'known') {
        return { sequence: copy?.sequence ?? 0, version: article.version };
      }
      const isHandover =
        copy?.isDirty === true &&
        copy.savedBy !== user.id &&
        now.getTime() - (copy.handedAt?.getTime() ?? 0) >= HANDOVER_EVERY;
      const version = isHandover ? await cutCopy(work, 'handover', copy) : article.version;
      const sequence = await writeCopy(work, copy, {
        draft,
        isDirty: true,
        savedBy: user.id,
        writer: turn.writer,
        edit: turn.edit,
        ...(isHandover && { handedAt: now }),
      });
      await tellDesk(work, draft);
      return { sequence, version };
    },
    from,
  );
}

/**
 * Updates the headline that the desk shows for an article that is not published, and the desk's search index.
 */
async function tellDesk({ tx, article, now }: Work, draft: Draft): Promise<void> {
  const { headline, standfirst } = draft;
  const isHidden = article.status !== 'published' && headline !== '';
  const isNew = headline !== article.headline || standfirst !== article.standfirst;
  const isLong = now.getTime() - article.changedAt.getTime() >= NOTE_EVERY;
  if (!isLong && !(isHidden && isNew)) return;
  await tx
    .update(articles)
    .set({ changedAt: now, ...(isHidden && { headline, standfirst }) })
    .where(eq(articles.id, article.id));
  if (isLong) await indexDraftWords(tx, article.id, draft);
}

/**
 * Makes revisions of working copies that have not changed for ten minutes. Scheduled articles are skipped: a
 * schedule publishes the newest revision, and an unfinished sentence must not become one.
 * @param onError - called with each article whose revision failed; the others are processed
 * @returns how many working copies were processed, the failed ones included
 */
export async function cutQuiet(
  onError: (cause: unknown, articleId: number) => void,
  from: Store = store(),
): Promise<number> {
  const now = from.clock.now();
  const before = new Date(now.getTime() - QUIET);
  const failed: number[] = [];
  for (let made = 0; ; made++) {
    const [found] = await from.database
      .select({ id: workingCopies.articleId })
      .from(workingCopies)
      .innerJoin(articles, eq(articles.id, workingCopies.articleId))
      .where(
        and(
          eq(workingCopies.isDirty, true),
          lte(workingCopies.savedAt, before),
          ne(articles.status, 'scheduled'),
          failed.length > 0 ? notInArray(articles.id, failed) : undefined,
        ),
      )
      .orderBy(asc(workingCopies.savedAt))
      .limit(1);
    if (!found) return made;
    try {
      await from.database.transaction(async (tx) => {
        const article = await lockArticle(tx, found.id);
        const copy = await readCopy(tx, found.id);
        if (!article || !copy?.isDirty || copy.savedAt > before) return;
        await cutCopy({ tx, article, now }, 'quiet', copy);
      });
    } catch (cause) {
      onError(cause, found.id);
      failed.push(found.id);
    }
  }
}

/**
 * Runs {@link cutQuiet} repeatedly until it is stopped; any number of instances may run it at the same time.
 */
export function startQuietCutter(onError: (cause: unknown, articleId?: number) => void): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      await cutQuiet(onError).catch((cause: unknown) => onError(cause));
      await sleep(NOTE_EVERY, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
