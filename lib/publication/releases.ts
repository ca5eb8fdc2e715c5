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
} from './cache-tags.ts';

/**
 * What became visible by time alone: published articles whose moment or embargo lies in (from, to].
 * @returns the tags of the pages that must show them now
 */
export async function releasedBetween(database: Database, from: Date, to: Date): Promise<string[]> {
  // Asked twice a second for ever: an index answers each half, however large the archive.
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
 * What ended by time alone in (from, to]: places on a front that were given until then, breaking lines.
 * @returns the tags of the pages that must do without them now
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

/** Milliseconds between looks at the clock: a story is out within the second. */
const LOOK_EVERY = 500;

/**
 * Makes a function to be called often, which tells the tags of what became visible or ended since it last
 * told. A look that fails is made again over the same span. Where the clock was set back, what lies
 * between is told at once, for it is not due any more, and again when it is.
 */
export function followReleases(
  clock: Clock,
  onTags: (tags: string[]) => void,
  database: Database = getDatabase(),
): () => Promise<void> {
  let from = clock.now();
  return async () => {
    const to = clock.now();
    const isBack = to < from;
    if (!isBack && to.getTime() - from.getTime() < LOOK_EVERY) return;
    const span = isBack ? ([to, from] as const) : ([from, to] as const);
    const tags = [
      ...(await releasedBetween(database, ...span)),
      ...(await endedBetween(database, ...span)),
    ];
    from = to;
    if (tags.length > 0) onTags(tags);
  };
}
