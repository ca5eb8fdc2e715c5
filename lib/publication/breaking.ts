import { and, eq, gt } from 'drizzle-orm';
import type { BreakingLine } from '../content/desk/front.ts';
import { articles } from '../db/schema/articles.ts';
import { fronts } from '../db/schema/fronts.ts';
import type { Locale } from '../i18n/locales.ts';
import { noteRead } from '../page-tags.ts';
import { articleTag, breakingTag } from '../cache-tags.ts';
import { remember } from './remember.ts';
import { store, type Store } from '../db/store.ts';
import { visibleAt } from './visibility.ts';

/**
 * A locale's breaking-news line until its end, or null. It links to its article only while readers may see
 * the article: a line is written before its story. Tags: the line, the article.
 */
export async function readBreaking(
  locale: Locale,
  from: Store = store(),
): Promise<BreakingLine | null> {
  noteRead([breakingTag(locale)]);
  const { database, clock } = from;
  const [row] = await database
    .select({ text: fronts.breakingText, articleId: fronts.breakingArticleId })
    .from(fronts)
    .where(and(eq(fronts.locale, locale), gt(fronts.breakingUntil, clock.now())));
  if (!row?.text) return null;
  const { text, articleId } = row;
  if (articleId === null) return { text, article: null };
  noteRead([articleTag(articleId)]);
  const [article] = await database
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .where(and(eq(articles.id, articleId), visibleAt(clock.now())));
  return { text, article: article ?? null };
}

/** The same line, cached for all pages that show it: its end invalidates the cache. */
export const getBreaking = (locale: Locale): Promise<BreakingLine | null> =>
  remember(`breaking:${locale}`, () => readBreaking(locale));
