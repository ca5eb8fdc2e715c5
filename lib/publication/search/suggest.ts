import { and, desc, eq, like, or, sql, type SQL } from 'drizzle-orm';
import type { Suggestion } from '../../content/search-answer.ts';
import { textConfigurationOf } from '../../content/search-text.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { articleSearch } from '../../db/schema/search.ts';
import type { Locale } from '../../i18n/locales.ts';
import { isTimeout, LIMIT, readQuery, withoutEnding } from './search.ts';
import { store, type Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

const SUGGESTIONS = 8;
/** The newest articles whose headlines are read one by one: enough for common words. */
const NEWEST = 1000;
/**
 * The fewest letters for the trigram index of headlines; shorter words are searched among the newest only.
 */
const TRIGRAM = 3;
/** The most matches of the index that are sorted: words that are not among the newest are rare. */
const RARE = 1000;

/**
 * Headlines that match the typed text, newest first: its words in any form, or parts of words; the last word
 * may be incomplete. The cost does not grow with the archive: common words are found among the newest
 * articles, rare words by the indexes of trigrams and of words.
 * @param text - at least two letters; a shorter text returns nothing
 */
export async function suggest(
  locale: Locale,
  text: string,
  from: Store = store(),
): Promise<Suggestion[]> {
  const { terms } = readQuery(text, locale);
  if (terms.join('').length < 2) return [];
  const now = from.clock.now();
  const found = await amongNewest(from.database, locale, terms, now);
  const isIndexed = terms.some((term) => withoutEnding(term).length >= TRIGRAM);
  if (found.length === SUGGESTIONS || !isIndexed) return found;
  try {
    const older = await from.database.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = ${LIMIT}`));
      // Forces the index: for a short pattern the planner would read every headline.
      await tx.execute(sql`set local enable_seqscan = off`);
      return byTrigrams(tx, locale, terms, now);
    });
    const known = new Set(found.map(({ slug }) => slug));
    return [...found, ...older.filter(({ slug }) => !known.has(slug))].slice(0, SUGGESTIONS);
  } catch (cause) {
    if (isTimeout(cause)) return found;
    throw cause;
  }
}

/**
 * The condition for a headline to match the typed text. A text of stop words only (“the”) matches nothing:
 * the search finds nothing by them, so nothing is suggested either.
 */
function answering(terms: readonly string[], locale: Locale): SQL | undefined {
  const configuration = sql.raw(`'${textConfigurationOf(locale)}'::regconfig`);
  // Terms are letters and digits only: they contain no special characters of a pattern or a tsquery.
  const holding = (pattern: string) => like(articleSearch.headline, pattern);
  // As typed, a word may be anywhere. Without its ending it must begin a word: “dredg”, cut to “dred”, must
  // not match “hundred”.
  const parts = terms.map((term) => {
    const stem = withoutEnding(term);
    return or(holding(`%${term}%`), holding(`${stem}%`), holding(`% ${stem}%`));
  });
  // A is the headline's weight.
  const words = terms.map((term, at) => `${term}:${at === terms.length - 1 ? '*' : ''}A`);
  const question = sql`to_tsquery(${configuration}, ${words.join(' & ')})`;
  return and(
    sql`numnode(${question}) > 0`,
    or(and(...parts), sql`${articleSearch.document} @@ ${question}`),
  );
}

/** The first statement, among the newest articles; exported for the test that reads its query plan. */
export function amongNewest(
  database: Database | Transaction,
  locale: Locale,
  terms: readonly string[],
  now: Date,
) {
  const newest = database
    .select({
      id: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .where(and(eq(articles.locale, locale), visibleAt(now)))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(NEWEST)
    .as('newest');
  return (
    database
      .select({ headline: newest.headline, slug: newest.slug })
      .from(newest)
      // The offset makes the planner check one article at a time, in the order of the newest.
      .where(
        sql`exists (select from ${articleSearch} where ${articleSearch.articleId} = ${newest.id}
          and ${answering(terms, locale)} offset 0)`,
      )
      .orderBy(desc(newest.publishedAt), desc(newest.id))
      .limit(SUGGESTIONS)
  );
}

/** The second statement, by the indexes; exported for the test that reads its query plan. */
export function byTrigrams(
  database: Database | Transaction,
  locale: Locale,
  terms: readonly string[],
  now: Date,
) {
  const rare = database
    .select({ id: articleSearch.articleId })
    .from(articleSearch)
    .where(and(answering(terms, locale), eq(articleSearch.locale, locale)))
    .limit(RARE)
    .as('rare');
  return database
    .select({ headline: articles.headline, slug: articles.slug })
    .from(rare)
    .innerJoin(articles, eq(articles.id, rare.id))
    .where(visibleAt(now))
    .orderBy(desc(articles.publishedAt), desc(articles.id))
    .limit(SUGGESTIONS);
}
