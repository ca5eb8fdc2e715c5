import { page as articlePage } from '../pages/article.ts';
import { and, desc, eq, ilike, or, sql } from 'drizzle-orm';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { LinkTarget } from '../content/body/link-target.ts';
import { articles } from '../db/schema/articles.ts';
import type { Locale } from '../i18n/locales.ts';
import { readableBy } from './reach.ts';

/** The most words of a query, and the most results. */
const MOST_WORDS = 6;
const MOST = 8;

/**
 * The articles of one locale that a user may link to: published ones, and drafts that the user may read,
 * whose headline, standfirst or slug contains every word; the newest first.
 */
export async function findLinks(
  user: User,
  { locale, text }: { locale: Locale; text: string },
  { database }: Store = store(),
): Promise<LinkTarget[]> {
  const words = (text.slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const rows = await database
    .select({
      id: articles.id,
      headline: articles.headline,
      slug: articles.slug,
      status: articles.status,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .where(
      and(
        eq(articles.locale, locale),
        or(eq(articles.status, 'published'), readableBy(user, articles) ?? sql`true`),
        sql`${articles.status} <> 'withdrawn'`,
        ...words.map((word) => {
          const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
          return or(
            ilike(articles.headline, pattern),
            ilike(articles.standfirst, pattern),
            ilike(articles.slug, pattern),
          );
        }),
      ),
    )
    .orderBy(sql`${articles.publishedAt} desc nulls first`, desc(articles.id))
    .limit(MOST);
  return rows.map(({ slug, publishedAt, ...row }) => ({
    ...row,
    href: articlePage.href({ locale, slug }),
    publishedAt: publishedAt?.toISOString() ?? null,
  }));
}
