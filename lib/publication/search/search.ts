import { and, desc, eq, gte, inArray, sql, type SQL } from 'drizzle-orm';
import { orLeftOut } from '../../alarms.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from '../../content/search-answer.ts';
import { searchWords, textConfigurationOf } from '../../content/search-text.ts';
import type { Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { images } from '../../db/schema/images.ts';
import { articleSearch } from '../../db/schema/search.ts';
import { declarationOf } from '../../i18n/declaration-of.ts';
import type { Locale } from '../../i18n/locales.ts';
import { cardColumns, cardOf, type CardRow } from '../lists/cards.ts';
import { excerptOf, markTerms } from './marked-text.ts';
import { nearestSpelling } from './nearest-spelling.ts';
import { store, type Store } from '../../db/store.ts';
import { visibleAt } from '../visibility.ts';

const LONGEST_QUERY = 200;
const MOST_TERMS = 8;
const HITS = 10;
/** The newest matches that are counted and ranked by relevance; a larger number is shown as “more than”. */
const RANKED = 200;
/**
 * From this number of matches on, words are common: scanning the newest articles until enough of them match
 * then costs less than sorting all matches.
 */
const COMMON = 1000;
/** The longest time of one search statement, in milliseconds. */
export const LIMIT = 500;
const MOST_PAGES = RANKED / HITS;

const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;

/** The query and the terms that are searched for: limited in length and in number of words. */
export function readQuery(text: string, locale: Locale): { query: string; terms: string[] } {
  const query = text
    .slice(0, LONGEST_QUERY)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { query, terms: [...new Set(searchWords(query, locale))].slice(0, MOST_TERMS) };
}

/**
 * The full-text query for words. In a language that PostgreSQL does not stem they match by the first letters,
 * their stem.
 */
function matching(terms: readonly string[], locale: Locale): SQL {
  const configuration = sql.raw(`'${textConfigurationOf(locale)}'::regconfig`);
  if (!declarationOf(locale).search.matchesBeginnings)
    return sql`plainto_tsquery(${configuration}, ${terms.join(' ')})`;
  const stems = terms.map((term) => {
    const length = term.length > 6 ? term.length - 2 : term.length;
    return length > 3 ? `${term.slice(0, length)}:*` : term;
  });
  return sql`to_tsquery(${configuration}, ${stems.join(' & ')})`;
}

/**
 * A word without a possible ending. The language's own rules are not always consistent: by them «паром» is a
 * form of «пар», and «парома» is not.
 */
export const withoutEnding = (term: string): string =>
  term.slice(0, term.length - (term.length > 6 ? 2 : term.length > 4 ? 1 : 0));

/**
 * Searches the visible articles of a locale. The cost of any query is limited: in length, words, ranked
 * matches and time.
 * @returns `isTooCostly` when the time limit ended the search
 */
export async function searchArticles(
  locale: Locale,
  asked: SearchQuery,
  from: Store = store(),
): Promise<SearchAnswer> {
  const { query, terms } = readQuery(asked.text, locale);
  const page = Math.min(Math.max(1, Math.trunc(asked.page) || 1), MOST_PAGES);
  const nothing: SearchAnswer = {
    query,
    total: 0,
    totalIsExact: true,
    page: 1,
    pageCount: 1,
    hits: [],
    spelling: null,
    isTooCostly: false,
  };
  if (terms.length === 0) return nothing;
  try {
    return await from.database.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = ${LIMIT}`));
      const { total, ids } = await findMatches(tx, from, locale, terms, asked);
      if (total === 0)
        return { ...nothing, spelling: await nearestSpelling(tx, from, locale, terms) };
      const pageCount = Math.max(1, Math.ceil(ids.length / HITS));
      const shown = Math.min(page, pageCount);
      const hits = await readHits(tx, locale, terms, ids.slice((shown - 1) * HITS, shown * HITS));
      return {
        ...nothing,
        total: Math.min(total, RANKED),
        totalIsExact: total <= RANKED,
        page: shown,
        pageCount,
        hits,
      };
    });
  } catch (cause) {
    if (isTimeout(cause)) return { ...nothing, isTooCostly: true };
    throw cause;
  }
}

/** Whether an error is PostgreSQL's query_canceled (57014): the statement reached its time limit. */
export function isTimeout(cause: unknown): boolean {
  const inner = cause instanceof Error && cause.cause ? cause.cause : cause;
  return (inner as { code?: string }).code === '57014';
}

async function findMatches(
  tx: Transaction,
  { clock }: Store,
  locale: Locale,
  terms: readonly string[],
  { category, period, order }: SearchQuery,
): Promise<{ total: number; ids: number[] }> {
  const now = clock.now();
  const question = matching(terms, locale);
  const matches = and(
    sql`${articleSearch.document} @@ ${question}`,
    eq(articleSearch.locale, locale),
  );
  const since = period === 'any' ? undefined : new Date(now.getTime() - DAYS[period] * 86_400_000);
  const wanted = and(
    eq(articles.locale, locale),
    visibleAt(now),
    category ? eq(categories.slug, category) : undefined,
    since ? gte(articles.publishedAt, since) : undefined,
  );
  // Forces the index: the planner underestimates the cost of unpacking each document.
  await tx.execute(sql`set local enable_seqscan = off`);
  const some = tx
    .select({ id: articleSearch.articleId })
    .from(articleSearch)
    .where(matches)
    .limit(COMMON)
    .as('some');
  const [counted] = await tx.select({ count: sql<number>`count(*)::integer` }).from(some);
  const isCommon = counted?.count === COMMON;
  const base = tx
    .select({ id: articles.id, publishedAt: articles.publishedAt })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .$dynamic();
  const found = isCommon
    ? base.where(
        and(
          wanted,
          // The offset makes the planner check one article at a time, in the order of the newest.
          sql`exists (select from ${articleSearch} where ${articleSearch.articleId} = ${articles.id} and ${matches} offset 0)`,
        ),
      )
    : base
        .innerJoin(articleSearch, eq(articleSearch.articleId, articles.id))
        .where(and(matches, wanted));
  const rows = await found.orderBy(desc(articles.publishedAt), desc(articles.id)).limit(RANKED + 1);
  const ids = rows.slice(0, RANKED).map(({ id }) => id);
  return {
    total: rows.length,
    ids: order === 'newest' ? ids : await byRelevance(tx, question, ids),
  };
}

/** The same articles ordered by rank: number and weight of the matches; equal ranks keep their order. */
async function byRelevance(
  tx: Transaction,
  question: SQL,
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length < 2) return [...ids];
  const rows = await tx
    .select({
      id: articleSearch.articleId,
      rank: sql<number>`ts_rank(${articleSearch.document}, ${question})`,
    })
    .from(articleSearch)
    .where(inArray(articleSearch.articleId, [...ids]));
  const rank = new Map(rows.map((row) => [row.id, row.rank]));
  return [...ids].sort((one, other) => (rank.get(other) ?? 0) - (rank.get(one) ?? 0));
}

async function readHits(
  tx: Transaction,
  locale: Locale,
  terms: readonly string[],
  ids: readonly number[],
): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ ...cardColumns, body: articles.body })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(images, eq(images.id, articles.imageId))
    .where(inArray(articles.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id): SearchHit[] => {
    const row = byId.get(id);
    if (!row) return [];
    return orLeftOut('list', id, () => ({
      article: cardOf(row satisfies CardRow),
      headline: markTerms(row.headline, terms, locale),
      excerpt: excerptOf(row.standfirst, row.body, terms, locale),
    }));
  });
}
