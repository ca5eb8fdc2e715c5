import { and, desc, eq, sql } from 'drizzle-orm';
import type { Correction } from '../content/article.ts';
import { articles, corrections, stories } from '../db/schema/articles.ts';
import type { Locale } from '../i18n/locales.ts';
import { noteRead } from '../page-tags.ts';
import { articleTag, correctionsTag } from '../cache-tags.ts';
import { store, type Store } from '../db/store.ts';
import { visibleAt } from './visibility.ts';

/** Number of corrections on one page. */
const PAGE_SIZE = 30;

/** A correction with the article that it corrects. */
export interface ListedCorrection extends Correction {
  id: number;
  slug: string;
  headline: string;
  storyKey: string;
}
export interface CorrectionsPage {
  corrections: ListedCorrection[];
  page: number;
  pageCount: number;
}

/**
 * One page of a locale's corrections, the newest first: only of articles that readers may see.
 * Tags: the locale's corrections, and each article that is named.
 * @param page - from 1
 * @returns null for a page that does not exist; the first page exists even when it is empty
 */
export async function listCorrections(
  locale: Locale,
  page: number,
  { database, clock }: Store = store(),
): Promise<CorrectionsPage | null> {
  noteRead([correctionsTag(locale)]);
  const where = and(eq(articles.locale, locale), visibleAt(clock.now()));
  const [counted] = await database
    .select({ total: sql<number>`count(*)::integer` })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .where(where);
  const pageCount = Math.max(1, Math.ceil((counted?.total ?? 0) / PAGE_SIZE));
  if (!Number.isSafeInteger(page) || page < 1 || page > pageCount) return null;
  const rows = await database
    .select({
      id: corrections.id,
      at: corrections.at,
      text: corrections.text,
      articleId: articles.id,
      slug: articles.slug,
      headline: articles.headline,
      storyKey: stories.key,
    })
    .from(corrections)
    .innerJoin(articles, eq(articles.id, corrections.articleId))
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .where(where)
    .orderBy(desc(corrections.at), desc(corrections.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  noteRead(rows.map(({ articleId }) => articleTag(articleId)));
  return {
    corrections: rows.map(({ id, at, text, slug, headline, storyKey }) => ({
      id,
      at: at.toISOString(),
      text,
      slug,
      headline,
      storyKey,
    })),
    page,
    pageCount,
  };
}
