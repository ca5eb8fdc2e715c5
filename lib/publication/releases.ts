import { sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { getDatabase, type Database } from '../db/client.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import {
  articleTag,
  authorTag,
  breakingTag,
  categoryTag,
  correctionsTag,
  curationTag,
  frontTag,
  slugTag,
  storyTag,
  topicTag,
} from '../cache-tags.ts';

/**
 * Articles that became visible by time alone: published ones whose publication time or embargo is in (from,
 * to].
 * @returns the tags of the pages that must show them now
 */
export async function releasedBetween(database: Database, from: Date, to: Date): Promise<string[]> {
  // This query runs all the time: each half uses an index, so that the size of the archive does not matter.
  const [since, until] = [from.toISOString(), to.toISOString()];
  const rows = await database.execute<{
    id: number;
    story_id: number;
    locale: Locale;
    slug: string;
    category: string;
    authors: string[];
    topics: string[];
  }>(sql`
    select a.id, a.story_id, a.locale, a.slug, c.slug as category,
      array(select au.slug from article_authors x join authors au on au.id = x.author_id where x.article_id = a.id) as authors,
      array(select t.slug from article_topics x join topics t on t.id = x.topic_id where x.article_id = a.id) as topics
    from articles a join categories c on c.id = a.category_id
    where a.status = 'published'
      and greatest(a.published_at, a.embargo_until) > ${since}::timestamptz
      and greatest(a.published_at, a.embargo_until) <= ${until}::timestamptz
      and a.id in (
        select id from articles where status = 'published' and locale in ${[...LOCALES]}
          and published_at > ${since}::timestamptz and published_at <= ${until}::timestamptz
        union all
        select id from articles
          where embargo_until > ${since}::timestamptz and embargo_until <= ${until}::timestamptz)`);
  return rows.flatMap((row) => [
    articleTag(row.id),
    slugTag(row.locale, row.slug),
    storyTag(row.story_id),
    frontTag(row.locale),
    correctionsTag(row.locale),
    categoryTag(row.locale, row.category),
    ...row.authors.map((author) => authorTag(row.locale, author)),
    ...row.topics.map((topic) => topicTag(row.locale, topic)),
  ]);
}

/**
 * Pins on a front and breaking-news lines that ended by time alone in (from, to].
 * @returns the tags of the pages that must no longer show them
 */
export async function endedBetween(database: Database, from: Date, to: Date): Promise<string[]> {
  const [since, until] = [from.toISOString(), to.toISOString()];
  const rows = await database.execute<{ locale: Locale; is_line: boolean }>(sql`
    select distinct locale, false as is_line from front_pins
      where until > ${since}::timestamptz and until <= ${until}::timestamptz
    union all
    select locale, true from fronts
      where breaking_until > ${since}::timestamptz and breaking_until <= ${until}::timestamptz`);
  return rows.map(({ locale, is_line }) => (is_line ? breakingTag(locale) : curationTag(locale)));
}

/** The next time after `from` at which something becomes visible or ends by time alone; null for none. */
async function nextChange(database: Database, from: Date): Promise<Date | null> {
  const since = from.toISOString();
  // For one locale the index gives the next time at once; for all locales together every article would be
  // read.
  const nextOf = (locale: Locale) => sql`
    select min(published_at) as at from articles
      where status = 'published' and locale = ${locale} and published_at > ${since}::timestamptz`;
  const [row] = await database.execute<{ at: string | null }>(sql`
    select to_char(min(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from (
      ${sql.join(LOCALES.map(nextOf), sql` union all `)}
      union all select min(embargo_until) from articles where embargo_until > ${since}::timestamptz
      union all select min(until) from front_pins where until > ${since}::timestamptz
      union all select min(breaking_until) from fronts where breaking_until > ${since}::timestamptz
    ) as moments`);
  return row?.at ? new Date(row.at) : null;
}

/** Milliseconds after which the next change is read again, even when no outbox row was appended. */
const LOOK_EVERY = 30_000;

/**
 * Creates a function to call often: it reports the tags of what became visible or ended since its last
 * report. A failed query is repeated over the same interval. When the clock is set back, the interval between
 * is reported at once, because it is no longer due, and again when it is.
 * @param onTags - called with the tags of each report
 * @returns a function that takes whether anything was published since the last call, which may add a new time
 */
export function followReleases(
  clock: Clock,
  onTags: (tags: string[]) => void,
  database: Database = getDatabase(),
): (isChanged?: boolean) => Promise<void> {
  let from = clock.now();
  let next: Date | null = from;
  let askedAt = from;
  return async (isChanged = false) => {
    const to = clock.now();
    const isBack = to < from;
    const isOld = Math.abs(to.getTime() - askedAt.getTime()) >= LOOK_EVERY;
    if (!isChanged && !isBack && !isOld && (next === null || next > to)) return;
    const span = isBack ? ([to, from] as const) : ([from, to] as const);
    const tags = [
      ...(await releasedBetween(database, ...span)),
      ...(await endedBetween(database, ...span)),
    ];
    next = await nextChange(database, to);
    from = askedAt = to;
    if (tags.length > 0) onTags(tags);
  };
}
