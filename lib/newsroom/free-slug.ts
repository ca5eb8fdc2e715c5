import { and, eq, ne } from 'drizzle-orm';
import { slugFor } from '../content/slug.ts';
import type { Transaction } from '../db/client.ts';
import { articles, slugHistory } from '../db/schema/articles.ts';
import type { Locale } from '../i18n/locales.ts';

/** A slug made from a headline; no other article of the locale has or had it. */
export async function freeSlug(tx: Transaction, locale: Locale, headline: string): Promise<string> {
  const made = slugFor(headline) || 'article';
  for (let number = 1; ; number++) {
    const slug = number === 1 ? made : `${made}-${number}`;
    if (await isFreeSlug(tx, locale, slug, 0)) return slug;
  }
}

/**
 * Whether no other article of the locale has or had a slug.
 * @param articleId - of the article that asks; 0 for a new one
 */
export async function isFreeSlug(
  tx: Transaction,
  locale: Locale,
  slug: string,
  articleId: number,
): Promise<boolean> {
  const [held] = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.locale, locale), eq(articles.slug, slug), ne(articles.id, articleId)));
  const [once] = await tx
    .select({ id: slugHistory.articleId })
    .from(slugHistory)
    .where(
      and(
        eq(slugHistory.locale, locale),
        eq(slugHistory.slug, slug),
        ne(slugHistory.articleId, articleId),
      ),
    );
  return !held && !once;
}
