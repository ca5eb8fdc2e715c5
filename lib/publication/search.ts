import { and, desc, eq, gte, inArray, like, sql, type SQL } from 'drizzle-orm';
import type { SearchAnswer, SearchHit, SearchQuery, Suggestion } from '../content/search-answer.ts';
import { searchText, searchWords, TEXT_CONFIGURATIONS } from '../content/search-text.ts';
import type { Database, Transaction } from '../db/client.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { images } from '../db/schema/images.ts';
import { articleSearch } from '../db/schema/search.ts';
import type { Locale } from '../i18n/locales.ts';
import { cardColumns, cardOf, type CardRow } from './cards.ts';
import { excerptOf, markTerms } from './marked-text.ts';
import { source, type Source } from './source.ts';
import { visibleAt } from './visibility.ts';

const LONGEST_QUERY = 200;
const MOST_TERMS = 8;
const HITS = 10;
/** Newest matches among which relevance is judged: ranking them all costs a hundred times as much. */
const RANKED = 300;
/** Matches that are counted one by one; beyond them the number is “more than”. */
const COUNTED = 500;
/** Milliseconds of one search. */
const LIMIT = 500;
const SUGGESTIONS = 8;
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
      if (total === 0) return { ...nothing, spelling: await nearestSpelling(tx, locale, terms) };
      const pageCount = Math.max(1, Math.ceil(Math.min(ids.length, RANKED) / HITS));
      const shown = Math.min(page, pageCount);
      const hits = await readHits(tx, locale, terms, ids.slice((shown - 1) * HITS, shown * HITS));
      return {
        ...nothing,
        total: Math.min(total, COUNTED),
        totalIsExact: total <= COUNTED,
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
function isTimeout(cause: unknown): boolean {
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
  const since = period === 'any' ? undefined : new Date(now.getTime() - DAYS[period] * 86_400_000);
  const newest = tx
    .select({
      id: articles.id,
      publishedAt: articles.publishedAt,
      document: articleSearch.document,
    })
    .from(articleSearch)
    .innerJoin(articles, eq(articles.id, articleSearch.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      and(
        sql`${articleSearch.document} @@ ${question}`,
        eq(articleSearch.locale, locale),
        visibleAt(now),
        category ? eq(categories.slug, category) : undefined,
        since ? gte(articles.publishedAt, since) : undefined,
      ),
    )
    .orderBy(desc(articles.publishedAt))
    .limit(COUNTED + 1)
    .as('newest');
  const rank = sql`case when ${order} = 'newest' then 0 else ts_rank(${newest.document}, ${question}) end`;
  const rows = await tx
    .select({
      id: newest.id,
      position: sql<number>`row_number() over (order by ${newest.publishedAt} desc)`,
    })
    .from(newest)
    .orderBy(sql`${rank} desc`, desc(newest.publishedAt))
    .limit(COUNTED + 1);
  return { total: rows.length, ids: rows.slice(0, RANKED).map(({ id }) => id) };
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
    return [
      {
        article: cardOf(row satisfies CardRow),
        headline: markTerms(row.headline, terms, locale),
        excerpt: excerptOf(row.standfirst, row.body, terms, locale),
      },
    ];
  });
}

/** The question with each unknown word replaced by the nearest one that headlines hold; null where none is near. */
async function nearestSpelling(
  tx: Database | Transaction,
  locale: Locale,
  terms: readonly string[],
): Promise<string | null> {
  const rows = await tx.execute<{ term: string; word: string | null }>(sql`
    select asked.term, (
      select word from search_words
      where locale = ${locale} and word % asked.term
      order by similarity(word, asked.term) desc, articles desc, word limit 1
    ) as word
    from jsonb_array_elements_text(${JSON.stringify(terms)}::text::jsonb) as asked(term)`);
  const proposed = rows.map(({ term, word }) => word ?? term);
  return rows.some(({ term, word }) => word !== null && word !== term) ? proposed.join(' ') : null;
}

/**
 * Headlines that hold what is being typed, newest first.
 * @param text - from two letters on; fewer suggest nothing
 */
export async function suggest(
  locale: Locale,
  text: string,
  from: Source = source(),
): Promise<Suggestion[]> {
  const typed = searchText(readQuery(text, locale).query, locale);
  if (typed.length < 2) return [];
  const pattern = `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
  return from.database
    .select({ headline: articles.headline, slug: articles.slug })
    .from(articleSearch)
    .innerJoin(articles, eq(articles.id, articleSearch.articleId))
    .where(
      and(
        like(articleSearch.headline, pattern),
        eq(articleSearch.locale, locale),
        visibleAt(from.clock.now()),
      ),
    )
    .orderBy(desc(articles.publishedAt))
    .limit(SUGGESTIONS);
}
