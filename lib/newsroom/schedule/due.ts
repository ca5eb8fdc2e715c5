/** What becomes due by time alone, but for schedules: embargoes and pins and lines of a front that end. */
import { asc, inArray, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { frontPins, fronts } from '../../db/schema/fronts.ts';
import { append } from '../../events/append.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { readAppearances } from '../read-appearances.ts';

/** Articles per transaction: an import may give a thousand of them one embargo. */
const BATCH = 100;

/**
 * Appends `article.released` for published articles whose embargo or publication time has come. Any number of
 * workers may run at the same time: a row that one has locked is skipped by the others, and what a worker
 * that is killed has not committed is done by another. The database's time counts.
 * @returns how many articles were released
 */
export async function releaseDue(database: Database): Promise<number> {
  for (let released = 0; ;) {
    const count = await database.transaction(releaseSome);
    released += count;
    if (count < BATCH) return released;
  }
}

async function releaseSome(tx: Transaction): Promise<number> {
  const rows = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(lte(articles.releasesAt, sql`now()`))
    .orderBy(asc(articles.releasesAt))
    .limit(BATCH)
    .for('update', { skipLocked: true });
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await tx.update(articles).set({ releasesAt: null }).where(inArray(articles.id, ids));
  await append(tx, { type: 'article.released', appearances: await readAppearances(tx, ids) });
  return ids.length;
}

/**
 * Removes pins and breaking-news lines whose time is over, and appends an event for each front.
 * @returns how many events were appended
 */
export function endDue(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    // The front's row first, as the commands lock it: two transactions cannot wait for each other.
    const lines = await tx
      .update(fronts)
      .set({ breakingText: null, breakingArticleId: null, breakingUntil: null })
      .where(lte(fronts.breakingUntil, sql`now()`))
      .returning({ locale: fronts.locale });
    const pins = await tx
      .delete(frontPins)
      .where(lte(frontPins.until, sql`now()`))
      .returning({ locale: frontPins.locale });
    const pinned = new Set(pins.map(({ locale }) => locale));
    for (const { locale } of lines) await append(tx, { type: 'breaking.ended', locale });
    for (const locale of pinned) await append(tx, { type: 'pins.ended', locale });
    return lines.length + pinned.size;
  });
}

/**
 * The time after the statement has begun. `now()` is that of the transaction: an article that another process
 * released since then would seem to lie ahead.
 */
const NOW = sql`(select clock_timestamp())`;

/**
 * For a database whose clock was set back: published articles that readers have seen, and whose time lies
 * ahead again, are hidden until then. Appends `clock.set-back`; they are released a second time later.
 * @returns how many articles were hidden
 */
export function hideAhead(database: Database): Promise<number> {
  // For one locale an index gives them at once; for all locales together every article would be read.
  const aheadIn = (locale: Locale) => sql`select id from articles
    where status = 'published' and locale = ${locale} and published_at > ${NOW}`;
  return database.transaction(async (tx) => {
    const rows = await tx.execute<{ id: number }>(sql`
      update articles set releases_at = greatest(published_at, embargo_until)
      where status = 'published' and releases_at is null
        and greatest(published_at, embargo_until) > ${NOW}
        and id in (${sql.join(LOCALES.map(aheadIn), sql` union all `)}
          union all select id from articles where embargo_until > ${NOW})
      returning id`);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await append(tx, { type: 'clock.set-back', appearances: await readAppearances(tx, ids) });
    return ids.length;
  });
}
