import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { articles, slugHistory } from '../db/schema/articles.ts';
import type { Locale } from '../i18n/locales.ts';
import { source, type Source } from './source.ts';
import { visibleAt } from './visibility.ts';

export interface ArticleAddress {
  locale: Locale;
  slug: string;
}

/**
 * Of some articles' addresses, those that outsiders may be told of: one that answers its article, its new
 * place or its withdrawal. A draft's address stays unknown.
 */
export async function tellableAddresses(
  addresses: readonly ArticleAddress[],
  { database, clock }: Source = source(),
): Promise<ArticleAddress[]> {
  if (addresses.length === 0) return [];
  // One parameter, however many there are: of ten thousand pairs a list of values is more than the engine parses.
  const asked = JSON.stringify(addresses.map(({ locale, slug }) => ({ locale, slug })));
  const isOneOf = (locale: AnyPgColumn, slug: AnyPgColumn): SQL =>
    sql`(${locale}, ${slug}) in (select asked.locale, asked.slug
      from jsonb_to_recordset(${asked}::jsonb) as asked(locale text, slug text))`;
  const isKnown = or(visibleAt(clock.now()), eq(articles.status, 'withdrawn'));
  const present = await database
    .select({ locale: articles.locale, slug: articles.slug })
    .from(articles)
    .where(and(isOneOf(articles.locale, articles.slug), isKnown));
  const former = await database
    .select({ locale: slugHistory.locale, slug: slugHistory.slug })
    .from(slugHistory)
    .innerJoin(articles, eq(articles.id, slugHistory.articleId))
    .where(and(isOneOf(slugHistory.locale, slugHistory.slug), isKnown));
  const unique = new Map([...present, ...former].map((row) => [`${row.locale}/${row.slug}`, row]));
  return [...unique.values()];
}
