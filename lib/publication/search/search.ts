import { and, desc, eq, gte, inArray, sql, type SQL } from 'drizzle-orm';
import { orLeftOut } from '../../alarms.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from '../../content/search-answer.ts';
import { searchWords, TEXT_CONFIGURATIONS } from '../../content/search-text.ts';
import type { Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { images } from '../../db/schema/images.ts';
import { articleSearch } from '../../db/schema/search.ts';
import type { Locale } from '../../i18n/locales.ts';
import { cardColumns, cardOf, type CardRow } from '../lists/cards.ts';
import { excerptOf, markTerms } from './marked-text.ts';
import { nearestSpelling } from './nearest-spelling.ts';
import { source, type Source } from './source.ts';
import { visibleAt } from '../visibility.ts';

const LONGEST_QUERY = 200;
const MOST_TERMS = 8;
const HITS = 10;
/** Newest matches that are counted and judged for relevance; beyond them the number is “more than”. */
const RANKED = 200;
/**
 * From so many matches on, words are common: walking the newest articles until enough of them match then
 * costs less than putting all matches in order.
 */
const COMMON = 1000;
/** Milliseconds of one search. */
export const LIMIT = 500;
const MOST_PAGES = RANKED / HITS;

const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const;

/** What of a question is searched for: bounded in length and in words. */
export function readQuery(text: string, locale: Locale): { query: string; terms: string[] } {
  const query = text
    .slice(0, LONGEST_QUERY)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { query, terms: [...new Set(searchWords(query, locale))].slice(0, MOST_TERMS) };
}

/** The condition by which words are found. Azerbaijani has no rules of its own: its words match by their stem's letters. */
function matching(terms: readonly string[], locale: Locale): SQL {
  const configuration = sql.raw(`'${TEXT_CONFIGURATIONS[locale]}'::regconfig`);
  if (locale !== 'az') return sql`plainto_tsquery(${configuration}, ${terms.join(' ')})`;
  const stems = terms.map((term) => {
    const length = term.length > 6 ? term.length - 2 : term.length;
    return length > 3 ? `${term.slice(0, length)}:*` : term;
  });
  return sql`to_tsquery('simple', ${stems.join(' & ')})`;
}

/**
 * A word without the ending that it may have. The language's own rules do not always agree with themselves:
 * by them «паром» is a form of «пар», and «парома» is not.
 */
export const withoutEnding = (term: string): string =>
  term.slice(0, term.length - (term.length > 6 ? 2 : term.length > 4 ? 1 : 0));

/**
 * Searches the visible articles of a locale. What it costs is bounded for any question: in length, words,
 * matches that are ranked, and time.
 */
export async function searchArticles(
  locale: Locale,
  asked: SearchQuery,
  from: Source = source(),
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

/** PostgreSQL's code for a statement that its limit ended. */
export function isTimeout(cause: unknown): boolean {
  const inner = cause instanceof Error && cause.cause ? cause.cause : cause;
  return (inner as { code?: string }).code === '57014';
}

async function findMatches(
  tx: Transaction,
  { clock }: Source,
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
  // The index answers; the planner underrates what unpacking each document would cost.
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
          // The offset keeps it a look at one article's own words, in the order of the newest.
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

/** The same articles, those that hold the words oftenest and foremost first; equals stay in their order. */
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
