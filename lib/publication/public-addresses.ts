import { eq, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { articles, slugHistory } from '../db/schema/articles.ts';
import type { Locale } from '../i18n/locales.ts';
import { store, type Store } from '../db/store.ts';
import { visibleAt, wasOut } from './visibility.ts';

export interface ArticleAddress {
  locale: Locale;
  slug: string;
}

/**
 * Filters addresses to those that the public may know: an address that answers with an article, with a
 * redirect to its new address, or with its withdrawal. A draft's address stays secret.
 */
export async function publicAddresses(
  addresses: readonly ArticleAddress[],
  { database, clock }: Store = store(),
): Promise<ArticleAddress[]> {
  if (addresses.length === 0) return [];
  // One parameter for any number of pairs: ten thousand pairs as a list of values are too much for the
  // parser.
  const pairs = JSON.stringify(addresses.map(({ locale, slug }) => ({ locale, slug })));
  const asked = sql`jsonb_to_recordset(${pairs}::jsonb) as asked(locale text, slug text)`;
  const isAsked = (locale: AnyPgColumn, slug: AnyPgColumn): SQL =>
    sql`${locale} = asked.locale and ${slug} = asked.slug`;
  const isKnown = sql<boolean>`(${visibleAt(clock.now())} or ${wasOut})`.as('is_known');
  // Looked up one by one, by the address alone: the planner does not know the number of addresses, and would
  // scan all addresses for each article, or all articles of a status for each address.
  const byPresent = database
    .select({ locale: articles.locale, slug: articles.slug, isKnown })
    .from(articles)
    .where(isAsked(articles.locale, articles.slug))
    .limit(1)
    .as('present');
  const byFormer = database
    .select({ locale: slugHistory.locale, slug: slugHistory.slug, isKnown })
    .from(slugHistory)
    .innerJoin(articles, eq(articles.id, slugHistory.articleId))
    .where(isAsked(slugHistory.locale, slugHistory.slug))
    .limit(1)
    .as('former');
  const present = await database
    .select({ locale: byPresent.locale, slug: byPresent.slug })
    .from(asked)
    .crossJoinLateral(byPresent)
    .where(eq(byPresent.isKnown, true));
  const former = await database
    .select({ locale: byFormer.locale, slug: byFormer.slug })
    .from(asked)
    .crossJoinLateral(byFormer)
    .where(eq(byFormer.isKnown, true));
  const unique = new Map([...present, ...former].map((row) => [`${row.locale}/${row.slug}`, row]));
  return [...unique.values()];
}
